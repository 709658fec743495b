package org.tertulia.message.changing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.message.changing.ChangeOutcome.Kind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Mono;

/** Reactions with the emoji that one chat has. */
class OwnEmojiTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.120Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CAFE = ":cafe:";

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private ChangeRepository changes;
    private ChatRows chats;
    private ChangeRows rows;
    private UUID chat;
    private long message;

    @BeforeEach
    void begin() {
        changes = new ChangeRepository(postgres.databaseClient(), Set::of);
        chats = new ChatRows(postgres.databaseClient());
        rows = new ChangeRows(postgres.databaseClient());
        chat = chats.group(ana, bruno);
        message = rows.post(chat, ana, "hola");
    }

    @Test
    void anEmojiOfTheChatShouldBeThereOnceAndBeTakenBackOnce() {
        rows.own(chat, "cafe", true);

        assertThat(react(ana, CAFE, true)).isEqualTo(new ChangeOutcome(Kind.CHANGED, 2L, null));
        assertThat(rows.log(chat, 1).getFirst()).contains("\"reaction.added\"", "\":cafe:\"");
        assertThat(react(ana, CAFE, true).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(react(bruno, CAFE, true).kind()).isEqualTo(Kind.CHANGED);
        assertThat(react(ana, CAFE, false).kind()).isEqualTo(Kind.CHANGED);
        assertThat(react(ana, CAFE, false).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(reactions()).containsExactly(CAFE);
    }

    @Test
    void whatTheChatDoesNotHaveShouldBeRefused() {
        rows.own(chats.group(ana), "cafe", true);
        rows.own(chat, "te", true);

        assertThat(react(ana, CAFE, true))
                .isEqualTo(new ChangeOutcome(Kind.UNKNOWN_EMOJI, null, null));
        assertThat(react(ana, CAFE, false).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(rows.log(chat, 1)).isEmpty();
        assertThat(reactions()).isEmpty();
    }

    @Test
    void whatTheChatHasNoMoreShouldOnlyBeTakenBack() {
        rows.own(chat, "cafe", true);
        react(ana, CAFE, true);
        rows.own(chat, "cafe", false);

        assertThat(react(bruno, CAFE, true).kind()).isEqualTo(Kind.UNKNOWN_EMOJI);
        assertThat(react(ana, CAFE, true).kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(react(ana, CAFE, false).kind()).isEqualTo(Kind.CHANGED);
        assertThat(react(ana, CAFE, true).kind()).isEqualTo(Kind.UNKNOWN_EMOJI);
        assertThat(reactions()).isEmpty();
    }

    @Test
    void whatElseIsWrongShouldBeToldFirst() {
        assertThat(react(UUID.randomUUID(), CAFE, true).kind()).isEqualTo(Kind.NOT_A_MEMBER);
        rows.run(
                "SELECT * FROM delete_message($1, %d, '%s', now(), null)".formatted(message, ana),
                chat);
        assertThat(react(ana, CAFE, true).kind()).isEqualTo(Kind.GONE);
        message = 77;
        assertThat(react(ana, CAFE, true).kind()).isEqualTo(Kind.UNKNOWN_MESSAGE);
    }

    /** Whoever drops it holds the chat's lock, as the replica does. */
    @Test
    void anEmojiThatIsBeingDroppedShouldNotBeReactedWith() {
        rows.own(chat, "cafe", true);
        var connection = Mono.from(postgres.connectionFactory().create()).block(PATIENCE);
        Mono.from(connection.beginTransaction()).block(PATIENCE);
        for (var sql :
                new String[] {
                    "SELECT 1 FROM chats WHERE chat_id = '%s' FOR UPDATE",
                    "DELETE FROM chat_emoji WHERE chat_id = '%s'"
                }) {
            Mono.from(connection.createStatement(sql.formatted(chat)).execute())
                    .flatMap(result -> Mono.from(result.getRowsUpdated()))
                    .block(PATIENCE);
        }
        var reacting = changes.apply(order(ana, CAFE, true), AT).toFuture();
        Awaitility.await().until(this::somebodyWaits);
        Mono.from(connection.commitTransaction()).block(PATIENCE);
        Mono.from(connection.close()).block(PATIENCE);

        assertThat(reacting.join().kind()).isEqualTo(Kind.UNKNOWN_EMOJI);
        assertThat(reactions()).isEmpty();
    }

    private boolean somebodyWaits() {
        return !rows.column(
                        "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND $1::uuid IS NOT NULL",
                        chat)
                .isEmpty();
    }

    private ChangeOutcome react(UUID by, String emoji, boolean present) {
        return changes.apply(order(by, emoji, present), AT).block(PATIENCE);
    }

    private ChangeOrder order(UUID by, String emoji, boolean present) {
        var change = new Change.React(new ChatId(chat), message, emoji, present);
        return new ChangeOrder(change, new UserId(by), null);
    }

    private List<Object> reactions() {
        return rows.column("SELECT emoji FROM reactions WHERE chat_id = $1", chat);
    }
}
