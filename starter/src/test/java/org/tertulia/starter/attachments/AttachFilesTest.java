package org.tertulia.starter.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;

/** What a message may be asked to have. */
class AttachFilesTest {

    @Test
    void nothingShouldBeNothing() {
        assertThat(AttachFiles.clean(null)).isEmpty();
        assertThat(AttachFiles.clean(List.of())).isEmpty();
    }

    @Test
    void descriptionsShouldBeCleanedAndEmptyOnesBeNone() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        assertThat(
                        AttachFiles.clean(
                                List.of(
                                        new AttachFile(one, "  Una taza\r\nde cafe\u0301 "),
                                        new AttachFile(other, " \n"))))
                .containsExactly(
                        new AttachFile(one, "Una taza\nde café"), new AttachFile(other, null));
    }

    @Test
    void tenFilesShouldDoAndElevenBeTooMany() {
        assertThat(AttachFiles.clean(some(10))).hasSize(10);
        refused(some(11), "attachments", "at most 10 files");
    }

    @Test
    void aFileShouldComeOnce() {
        var file = UUID.randomUUID();
        refused(
                List.of(new AttachFile(file, "a"), new AttachFile(file, null)),
                "attachments",
                "twice");
    }

    @Test
    void theLengthOfADescriptionShouldBeBounded() {
        assertThat(AttachFiles.clean(List.of(described("á".repeat(1_000))))).hasSize(1);
        var file = described(null);
        refused(List.of(file, described("a".repeat(1_001))), "attachments[1].alt", "1 to 1000");
        refused(List.of(described("👨‍👩‍👧‍👦".repeat(200))), "attachments[0].alt", "4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u202Eabc", "\u200B", "\uD800"})
    void aDescriptionThatIsNotPlainShouldBeRefused(String alt) {
        refused(List.of(described(alt)), "attachments[0].alt", "must");
    }

    private static List<AttachFile> some(int count) {
        return Stream.generate(() -> described(null)).limit(count).toList();
    }

    private static AttachFile described(@Nullable String alt) {
        return new AttachFile(UUID.randomUUID(), alt);
    }

    private static void refused(List<AttachFile> asked, String field, String message) {
        assertThatThrownBy(() -> AttachFiles.clean(asked))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> {
                            assertThat(problem.errors()).hasSize(1);
                            assertThat(problem.errors().getFirst().field()).isEqualTo(field);
                            assertThat(problem.errors().getFirst().message()).contains(message);
                        });
    }
}
