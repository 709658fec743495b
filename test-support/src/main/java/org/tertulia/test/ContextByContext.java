package org.tertulia.test;

import java.util.Comparator;
import java.util.HashMap;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.BootstrapUtils;
import org.springframework.test.context.BootstrapWith;

/**
 * Orders test classes so that those of one application context follow each other. Going back to a context costs:
 * Spring pauses one when the next is used, so its web server and its consumers start anew, or it has been closed.
 *
 * <p>Classes without a context come first. The order of contexts, and of the classes of each, is else as it was.
 */
public final class ContextByContext implements ClassOrderer {

    private static final Object NO_CONTEXT = new Object();

    @Override
    public void orderClasses(ClassOrdererContext context) {
        var places = new HashMap<Object, Integer>();
        places.put(NO_CONTEXT, 0);
        var placeOf = new HashMap<Class<?>, Integer>();
        for (var test : context.getClassDescriptors()) {
            var type = test.getTestClass();
            placeOf.put(type, places.computeIfAbsent(contextOf(type), _ -> places.size()));
        }
        context.getClassDescriptors()
                .sort(Comparator.comparing(test -> placeOf.get(test.getTestClass())));
    }

    /** What Spring's cache knows the context by. */
    private static Object contextOf(Class<?> test) {
        return MergedAnnotations.from(test, SearchStrategy.TYPE_HIERARCHY)
                        .isPresent(BootstrapWith.class)
                ? BootstrapUtils.resolveTestContextBootstrapper(test)
                        .buildMergedContextConfiguration()
                : NO_CONTEXT;
    }
}
