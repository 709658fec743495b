package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ContextByContextTest {

    @Test
    void classesOfOneContextShouldFollowEachOtherAfterThoseWithoutOne() {
        assertThat(order(ProblemsIT.class, KeysIT.class, MutableClockTest.class, DefaultsIT.class))
                .containsExactly("MutableClockTest", "ProblemsIT", "DefaultsIT", "KeysIT");
    }

    private static List<String> order(Class<?>... classes) {
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(
                                Stream.of(classes)
                                        .map(type -> selectClass(type))
                                        .toArray(ClassSelector[]::new))
                        .build();
        var plan = LauncherFactory.create().discover(request);
        return plan.getRoots().stream()
                .flatMap(root -> plan.getChildren(root).stream())
                .map(TestIdentifier::getDisplayName)
                .toList();
    }
}
