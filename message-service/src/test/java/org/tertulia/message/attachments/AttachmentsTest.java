package org.tertulia.message.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.message.FileRows;
import org.tertulia.message.TestPerson;
import org.tertulia.message.membership.Caller;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Mono;

/** What may be attached, and how what is not known yet is asked for and waited for. */
class AttachmentsTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestPerson ana = TestPerson.somebody();
    private final Caller caller =
            new Caller(
                    new Actor(new UserId(ana.id()), new SessionId(ana.sessionId()), "ana"),
                    new CallerToken("token"));
    private final List<List<UUID>> asked = new ArrayList<>();
    private FileRows files;

    @BeforeEach
    void begin() {
        files = new FileRows(postgres.databaseClient());
    }

    @Test
    void nothingShouldBeNothing() {
        assertThat(Attachments.clean(null)).isEmpty();
        assertThat(Attachments.clean(List.of())).isEmpty();
    }

    @Test
    void descriptionsShouldBeCleanedAndEmptyOnesBeNone() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        assertThat(
                        Attachments.clean(
                                List.of(
                                        new AttachFile(one, "  Una taza\r\nde cafe\u0301 "),
                                        new AttachFile(other, " \n"))))
                .containsExactly(
                        new AttachFile(one, "Una taza\nde café"), new AttachFile(other, null));
    }

    @Test
    void tenFilesShouldDoAndElevenBeTooMany() {
        assertThat(Attachments.clean(some(10))).hasSize(10);
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
        assertThat(Attachments.clean(List.of(described("á".repeat(1_000))))).hasSize(1);
        var file = described(null);
        refused(List.of(file, described("a".repeat(1_001))), "attachments[1].alt", "1 to 1000");
        refused(List.of(described("👨‍👩‍👧‍👦".repeat(200))), "attachments[0].alt", "4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u202Eabc", "\u200B", "\uD800"})
    void aDescriptionThatIsNotPlainShouldBeRefused(String alt) {
        refused(List.of(described(alt)), "attachments[0].alt", "must");
    }

    @Test
    void whatIsKnownShouldNotBeAskedFor() {
        var file = files.image(ana.id());
        attachments(Set.of()).confirm(caller, List.of(file)).block(PATIENCE);

        assertThat(asked).isEmpty();
    }

    @Test
    void onlyWhatIsMissingShouldBeAskedForAllTogether() {
        var missing = List.of(UUID.randomUUID(), UUID.randomUUID());
        var all = List.of(missing.get(0), files.image(ana.id()), missing.get(1));
        assertThatThrownBy(
                        () ->
                                attachments(Set.of(missing.get(0)))
                                        .confirm(caller, all)
                                        .block(PATIENCE))
                .isInstanceOf(UnknownAttachment.class)
                .hasMessageContaining(missing.get(1).toString());

        assertThat(asked).containsExactly(missing);
    }

    @Test
    void whatTheMediaServiceKnowsShouldBeWaitedFor() {
        var file = UUID.randomUUID();
        var arriving =
                Mono.delay(Duration.ofMillis(200))
                        .then(
                                postgres.databaseClient()
                                        .sql(
                                                "INSERT INTO files VALUES ($1, $2, 'file', 'n', 'a/b', 1, NULL, NULL, NULL, NULL, 'ready')")
                                        .bind(0, file)
                                        .bind(1, ana.id())
                                        .then());

        Mono.when(attachments(Set.of(file)).confirm(caller, List.of(file)), arriving)
                .block(PATIENCE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatDoesNotArriveShouldBeForLater() {
        var file = UUID.randomUUID();
        assertThatThrownBy(
                        () ->
                                attachments(Set.of(file))
                                        .confirm(caller, List.of(file))
                                        .block(PATIENCE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> {
                            assertThat(problem.type()).isEqualTo(ProblemTypes.SERVICE_UNAVAILABLE);
                            assertThat(problem.retryAfter()).isNotNull();
                        });
    }

    private Attachments attachments(Set<UUID> known) {
        return new Attachments(
                new FileRepository(postgres.databaseClient()),
                (who, wanted) -> {
                    asked.add(wanted);
                    return Mono.just(known);
                },
                new AttachmentProperties(Duration.ofSeconds(1), Duration.ofMillis(20)));
    }

    private static List<AttachFile> some(int count) {
        return Stream.generate(() -> described(null)).limit(count).toList();
    }

    private static AttachFile described(@Nullable String alt) {
        return new AttachFile(UUID.randomUUID(), alt);
    }

    private static void refused(List<AttachFile> asked, String field, String message) {
        assertThatThrownBy(() -> Attachments.clean(asked))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> {
                            assertThat(problem.errors()).hasSize(1);
                            assertThat(problem.errors().getFirst().field()).isEqualTo(field);
                            assertThat(problem.errors().getFirst().message()).contains(message);
                        });
    }
}
