package org.tertulia.message.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
}
