package org.tertulia.message.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

class MessageRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private final UUID carla = UUID.randomUUID();
    private final UUID diego = UUID.randomUUID();
    private MessageRepository repository;
    private ChatRows chats;
    private UUID chat;

    @BeforeEach
    void begin() {
        repository = new MessageRepository(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
        chat = chats.group(ana, bruno, carla, diego);
    }

    @Test
    void aPlainMessageShouldHaveNothingMore() {
        chats.say(chat, ana, "hola");
        var message = read(ana, 1);

        assertThat(message.version()).isEqualTo(1);
        assertThat(message.reactions()).isEmpty();
        assertThat(message.bookmarked()).isFalse();
        assertThat(
                        Stream.of(
                                message.editedAt(),
                                message.deletedAt(),
                                message.replyTo(),
                                message.thread(),
                                message.mentions(),
                                message.forwarded(),
                                message.pinnedAt(),
                                message.pinnedBy(),
                                message.replies()))
                .containsOnlyNulls();
    }

    @Test
    void reactionsShouldBeCountedPerEmojiInTheOrderOfTheirFirst() {
        chats.say(chat, ana, "hola");
        react(bruno, "👍", 1);
        react(carla, "❤️", 2);
        react(diego, "👍", 3);
        react(ana, "👍", 4);
        react(UUID.randomUUID(), "👍", 5);

        assertThat(read(carla, 1).reactions())
                .containsExactly(
                        new MessageView.Reaction("👍", 4, false, people(bruno, diego, ana)),
                        new MessageView.Reaction("❤️", 1, true, people(carla)));
    }

    @Test
    void aRootShouldTellOfItsThread() {
        chats.say(chat, ana, "root");
        Stream.of(bruno, carla, bruno, diego, ana).forEach(sender -> inThread(sender, 1));
        chats.run("SELECT * FROM delete_message($1, 6, '%s', now(), null)".formatted(ana), chat);
        var replies = read(ana, 1).replies();

        assertThat(replies.count()).isEqualTo(4);
        assertThat(replies.lastSeq()).isEqualTo(5);
        assertThat(replies.lastAt()).isEqualTo(read(ana, 5).postedAt());
        assertThat(replies.senders()).isEqualTo(people(bruno, carla, diego));
        assertThat(read(ana, 5).thread()).isEqualTo(1);
        assertThat(read(ana, 5).replies()).isNull();
    }

    @Test
    void repliesShouldBeCountedUpToTheirBound() {
        chats.say(chat, ana, "root");
        chats.run(
                """
                INSERT INTO messages (chat_id, seq, message_id, sender_id, client_message_id, text, posted_at, thread)
                SELECT $1, n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', now(), 1
                FROM generate_series(2, 1300) n
                """,
                chat);

        assertThat(read(ana, 1).replies().count()).isEqualTo(1000);
        assertThat(read(ana, 1).replies().lastSeq()).isEqualTo(1300);
    }

    @Test
    void whatWasDoneWithAMessageShouldBeSeen() {
        chats.say(chat, ana, "hola");
        chats.run(
                "SELECT * FROM edit_message($1, 1, '%s', 1, 'adiós', '', true, false, '{}', now(), null)"
                        .formatted(ana),
                chat);
        chats.run(
                "SELECT * FROM set_pin($1, 1, '%s', true, 9, now(), null)".formatted(bruno), chat);
        chats.run("INSERT INTO bookmarks SELECT '%s', $1, 1, now()".formatted(ana), chat);
        var message = read(ana, 1);

        assertThat(message.text()).isEqualTo("adiós");
        assertThat(message.version()).isEqualTo(2);
        assertThat(message.editedAt()).isNotNull();
        assertThat(message.mentions()).isEqualTo(new MessageView.Mentions(List.of(), true));
        assertThat(message.pinnedAt()).isNotNull();
        assertThat(message.pinnedBy()).isEqualTo(new UserId(bruno));
        assertThat(message.bookmarked()).isTrue();
        assertThat(read(bruno, 1).bookmarked()).isFalse();
    }

    @Test
    void ofADeletedMessageNothingShouldBeLeftButItsPlace() {
        chats.say(chat, ana, "hola");
        react(bruno, "👍", 1);
        chats.run("SELECT * FROM delete_message($1, 1, '%s', now(), null)".formatted(ana), chat);
        var message = read(bruno, 1);

        assertThat(message.text()).isEmpty();
        assertThat(message.deletedAt()).isNotNull();
        assertThat(message.reactions()).isEmpty();
    }

    @Test
    void theMainConversationShouldHaveNothingOfThreads() {
        chats.say(chat, ana, "1");
        inThread(bruno, 1);
        chats.say(chat, ana, "3");
        inThread(carla, 3);
        chats.say(chat, ana, "5");

        var before = repository.before(new UserId(ana), main(), 5, 10).block(PATIENCE);
        var after = repository.after(new UserId(ana), main(), 1, 10).block(PATIENCE);

        assertThat(before.messages()).extracting(MessageView::seq).containsExactly(1L, 3L);
        assertThat(after.messages()).extracting(MessageView::seq).containsExactly(3L, 5L);
        assertThat(after.lastSeq()).isEqualTo(5);
    }

    @Test
    void aThreadShouldHaveNothingButItsReplies() {
        chats.say(chat, ana, "1");
        inThread(bruno, 1);
        chats.say(chat, ana, "3");
        inThread(carla, 1);
        var thread = new Strand(new ChatId(chat), 1L);

        assertThat(
                        repository
                                .before(new UserId(ana), thread, Long.MAX_VALUE, 10)
                                .block(PATIENCE)
                                .messages())
                .extracting(MessageView::seq)
                .containsExactly(2L, 4L);
        assertThat(repository.after(new UserId(ana), thread, 2, 10).block(PATIENCE).messages())
                .extracting(MessageView::seq)
                .containsExactly(4L);
        assertThat(repository.isRoot(new MessagePlace(new ChatId(chat), 1)).block(PATIENCE))
                .isTrue();
        assertThat(repository.isRoot(new MessagePlace(new ChatId(chat), 2)).block(PATIENCE))
                .isFalse();
        assertThat(repository.isRoot(new MessagePlace(new ChatId(chat), 9)).block(PATIENCE))
                .isFalse();
    }

    @Test
    void bothSidesOfAMessageShouldBeFoundAtOnce() {
        for (int i = 1; i <= 6; i++) {
            chats.say(chat, ana, "m" + i);
        }

        assertThat(repository.around(new UserId(ana), main(), 4, 2).block(PATIENCE).messages())
                .extracting(MessageView::seq)
                .containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void theFirstMessageOfAMomentShouldBeFound() {
        chats.run(
                """
                INSERT INTO messages (chat_id, seq, message_id, sender_id, client_message_id, text, posted_at, thread)
                SELECT $1, n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', to_timestamp(1000 + n / 3 * 10),
                       CASE WHEN n % 4 = 0 THEN 1 END
                FROM generate_series(2, 200) n WHERE n % 7 <> 0
                """,
                chat);
        chats.run("UPDATE chats SET last_seq = 210 WHERE chat_id = $1", chat);

        for (long second = 995; second < 1700; second += 5) {
            var moment = Instant.ofEpochSecond(second);
            var expected =
                    chats.rows(
                            "SELECT min(seq) AS seq FROM messages WHERE chat_id = $1 AND thread IS NULL AND posted_at >= to_timestamp(%d)"
                                    .formatted(second),
                            chat);
            var first = repository.firstAt(new ChatId(chat), moment).block(PATIENCE);
            var found = repository.after(new UserId(ana), main(), first - 1, 1).block(PATIENCE);

            assertThat(found.messages().stream().map(MessageView::seq).findFirst().orElse(null))
                    .as("at %s", moment)
                    .isEqualTo(expected.getFirst().get("seq"));
        }
    }

    @Test
    void anEmptyStretchShouldStillSayWhereTheLogStands() {
        chats.say(chat, ana, "1");
        var found = repository.before(new UserId(ana), main(), 1, 10).block(PATIENCE);

        assertThat(found).isEqualTo(new MessageStretch(List.of(), 1));
        assertThat(
                        repository
                                .before(
                                        new UserId(ana),
                                        Strand.main(new ChatId(UUID.randomUUID())),
                                        1,
                                        10)
                                .block(PATIENCE))
                .isEqualTo(new MessageStretch(List.of(), 0));
    }

    @Test
    void placesShouldBeFoundInTheirOrderWhereOneIsAMember() {
        var foreign = chats.group(bruno);
        chats.say(chat, ana, "1");
        chats.say(chat, ana, "2");
        chats.say(foreign, bruno, "secret");
        var places =
                List.of(
                        new MessagePlace(new ChatId(chat), 2),
                        new MessagePlace(new ChatId(foreign), 1),
                        new MessagePlace(new ChatId(chat), 9),
                        new MessagePlace(new ChatId(chat), 1));

        assertThat(repository.find(new UserId(ana), places).block(PATIENCE))
                .extracting(MessageView::text)
                .containsExactly("2", "1");
    }

    private Strand main() {
        return Strand.main(new ChatId(chat));
    }

    private MessageView read(UUID person, long seq) {
        return repository
                .find(new UserId(person), List.of(new MessagePlace(new ChatId(chat), seq)))
                .block(PATIENCE)
                .getFirst();
    }

    private void react(UUID person, String emoji, int second) {
        chats.run(
                "INSERT INTO reactions SELECT $1, 1, '%s', '%s', to_timestamp(%d)"
                        .formatted(emoji, person, second),
                chat);
    }

    private void inThread(UUID sender, long root) {
        chats.say(chat, sender, "in the thread", root);
    }

    private static List<UserId> people(UUID... ids) {
        return Stream.of(ids).map(UserId::new).toList();
    }
}
