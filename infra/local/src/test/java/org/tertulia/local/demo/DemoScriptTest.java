package org.tertulia.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tertulia.local.demo.DemoScript.Conversation;
import org.tertulia.local.demo.DemoScript.Line;
import org.tertulia.local.demo.DemoScript.Person;

class DemoScriptTest {
    private final DemoScript script = DemoScript.load();

    @Test
    void thereShouldBeADozenPeopleWithHandlesThatAreAllowed() {
        assertThat(script.people()).hasSize(12);
        assertThat(script.people())
                .extracting(Person::handle)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[a-z0-9][a-z0-9._-]{1,29}"));
        assertThat(script.people()).extracting(Person::language).contains("es", "en");
    }

    @Test
    void thereShouldBeChatsOfAllKindsWithAFewHundredMessages() {
        assertThat(script.conversations())
                .extracting(Conversation::kind)
                .contains("public", "group", "private");
        assertThat(script.conversations().stream().mapToInt(it -> it.lines().size()).sum())
                .isBetween(250, 500);
    }

    @Test
    void onlyMembersShouldSpeakAndAllMembersShouldBeKnown() {
        var known = script.people().stream().map(Person::who).collect(Collectors.toSet());

        assertThat(script.conversations())
                .allSatisfy(
                        it -> {
                            assertThat(known).containsAll(it.members());
                            assertThat(it.members())
                                    .doesNotHaveDuplicates()
                                    .containsAll(it.lines().stream().map(Line::who).toList());
                        });
    }

    @Test
    void aPrivateChatShouldHaveTwoMembersAndTitlesShouldBeUnique() {
        assertThat(script.conversations())
                .filteredOn(it -> it.kind().equals("private"))
                .allSatisfy(it -> assertThat(it.members()).hasSize(2));
        assertThat(script.conversations())
                .filteredOn(it -> !it.kind().equals("private"))
                .extracting(Conversation::title)
                .doesNotHaveDuplicates()
                .allMatch(it -> !it.isEmpty());
    }
}
