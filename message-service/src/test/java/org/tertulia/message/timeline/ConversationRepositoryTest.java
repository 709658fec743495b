package org.tertulia.message.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

class ConversationRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private ConversationRepository repository;
    private ChatRows chats;

    @BeforeEach
    void begin() {
        repository = new ConversationRepository(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
    }

    @Test
    void aPrivateChatShouldNameBothPeople() {
        var chat = chats.chat("private", ana, bruno);

        assertThat(read(ana, chat).memberIds()).containsExactlyInAnyOrder(ana, bruno);
        assertThat(read(ana, chats.group(ana, bruno)).memberIds()).isNull();
    }

    @Test
    void aChatShouldHaveItsPictureWhereThereIsOne() {
        var chat = chats.group(ana, bruno);
        assertThat(read(ana, chat).pictureId()).isNull();

        var picture = UUID.randomUUID();
        chats.run("UPDATE chats SET picture_id = '%s' WHERE chat_id = $1".formatted(picture), chat);

        assertThat(read(ana, chat).pictureId()).isEqualTo(picture);
    }

    @Test
    void aSilentChatShouldHaveNoLastMessage() {
        var conversation = read(ana, chats.group(ana, bruno));

        assertThat(conversation.lastMessage()).isNull();
        assertThat(conversation.unread()).isZero();
        assertThat(conversation.lastSeq()).isZero();
    }

    @Test
    void unreadShouldCountWhatOthersSaidAfterTheMarker() {
        var chat = chats.group(ana, bruno);
        chats.say(chat, bruno, "1");
        chats.say(chat, ana, "2");
        chats.say(chat, bruno, "3");

        assertThat(read(ana, chat).unread()).isEqualTo(2);
        assertThat(read(bruno, chat).unread()).isEqualTo(1);
        chats.run("UPDATE memberships SET read_seq = 1 WHERE chat_id = $1", chat);
        assertThat(read(ana, chat).unread()).isEqualTo(1);
        assertThat(read(ana, chat).lastMessage().text()).isEqualTo("3");
        assertThat(read(ana, chat).lastSeq()).isEqualTo(3);
    }

    @Test
    void onlyTheMainConversationAndWhatIsLeftOfItShouldCount() {
        var chat = chats.group(ana, bruno);
        chats.say(chat, bruno, "1");
        chats.say(chat, bruno, "2");
        chats.say(chat, bruno, "in the thread", 1);
        chats.run("SELECT * FROM delete_message($1, 1, '%s', now(), null)".formatted(bruno), chat);

        assertThat(read(ana, chat).unread()).isEqualTo(1);
        assertThat(read(ana, chat).lastMessage().text()).isEqualTo("2");
    }

    @Test
    void mentionsShouldCountEachMessageThatCallsOnceAfterTheMarker() {
        var chat = chats.group(ana, bruno);
        for (int i = 0; i < 5; i++) {
            chats.say(chat, bruno, "x");
        }
        chats.say(chat, ana, "of my own");
        chats.say(chat, bruno, "in a thread", 1);
        chats.run(
                """
                INSERT INTO mentions SELECT $1, '%s', n, CASE WHEN n = 7 THEN 1 END FROM unnest(ARRAY[1, 3, 7]) n
                """
                        .formatted(ana),
                chat);
        chats.run(
                "UPDATE messages SET mentions_everyone = true WHERE chat_id = $1 AND seq IN (2, 3, 6, 7)",
                chat);

        assertThat(read(ana, chat).mentions()).isEqualTo(3);
        assertThat(read(bruno, chat).mentions()).isEqualTo(1);
        chats.run("UPDATE memberships SET read_seq = 2 WHERE chat_id = $1", chat);
        assertThat(read(ana, chat).mentions()).isEqualTo(1);
    }

    @Test
    void mentionsShouldBeCountedUpToTheirBound() {
        var chat = chats.group(ana);
        chats.run(
                "INSERT INTO mentions SELECT $1, '%s', n FROM generate_series(1, 1200) n"
                        .formatted(ana),
                chat);

        assertThat(read(ana, chat).mentions()).isEqualTo(1000);
    }

    @Test
    void threadsWithSomethingUnreadShouldBeCounted() {
        var chat = chats.group(ana, bruno);
        chats.say(chat, ana, "1");
        chats.say(chat, ana, "2");
        chats.say(chat, bruno, "3");
        chats.say(chat, bruno, "in the first", 1);
        chats.say(chat, bruno, "in the second", 2);
        chats.say(chat, ana, "in the third", 3);

        assertThat(read(ana, chat).threadsUnread()).isEqualTo(2);
        assertThat(read(bruno, chat).threadsUnread()).isEqualTo(1);
        chats.run("SELECT * FROM delete_message($1, 4, '%s', now(), null)".formatted(bruno), chat);
        assertThat(read(ana, chat).threadsUnread()).isEqualTo(1);
        chats.run("UPDATE thread_followers SET following = false WHERE chat_id = $1", chat);
        assertThat(read(ana, chat).threadsUnread()).isZero();
    }

    @Test
    void whatWasSaidInThreadsBeforeSomebodyCameBackShouldCountAsRead() {
        var chat = chats.group(ana, bruno);
        chats.say(chat, ana, "1");
        chats.say(chat, bruno, "in it", 1);
        chats.run("UPDATE memberships SET since_seq = 2 WHERE chat_id = $1", chat);

        assertThat(read(ana, chat).threadsUnread()).isZero();
    }

    @Test
    void threadsShouldBeCountedUpToTheirBound() {
        var chat = chats.group(ana);
        chats.run(
                """
                INSERT INTO messages (chat_id, seq, message_id, sender_id, client_message_id, text, posted_at, thread)
                SELECT $1, n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', now(),
                       CASE WHEN n > 150 THEN n - 150 END
                FROM generate_series(1, 300) n
                """,
                chat);
        chats.run(
                "INSERT INTO thread_followers SELECT $1, '%s', n, true, n FROM generate_series(1, 150) n"
                        .formatted(ana),
                chat);

        assertThat(read(ana, chat).threadsUnread()).isEqualTo(100);
    }

    @Test
    void theMarkerShouldHaveItsGeneration() {
        var chat = chats.group(ana);
        chats.run(
                "UPDATE memberships SET read_seq = 2, read_generation = 3 WHERE chat_id = $1",
                chat);

        assertThat(read(ana, chat).marker()).isEqualTo(new Marker(3, 2));
        assertThat(read(ana, chat).readSeq()).isEqualTo(2);
    }

    @Test
    void unreadShouldBeCountedUpToItsBound() {
        var chat = chats.group(ana, bruno);
        chats.run(
                """
                INSERT INTO messages
                SELECT $1, n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'x', now()
                FROM generate_series(1, 1200) n
                """,
                chat);

        assertThat(read(ana, chat).unread()).isEqualTo(1000);
    }

    @Test
    void aDeletedChatAndThoseOfOthersShouldNotBeThere() {
        var gone = chats.group(ana);
        chats.run("UPDATE chats SET deleted = true WHERE chat_id = $1", gone);
        var foreign = chats.group(bruno);

        assertThat(
                        repository
                                .among(
                                        new UserId(ana),
                                        List.of(new ChatId(gone), new ChatId(foreign)))
                                .block(PATIENCE))
                .isEmpty();
    }

    @Test
    void pagesShouldHaveEveryChatOnce() {
        var all = IntStream.range(0, 7).mapToObj(i -> new ChatId(chats.group(ana))).toList();
        var first = repository.page(new UserId(ana), null, 4).block(PATIENCE);
        var second = repository.page(new UserId(ana), first.getLast().chatId(), 4).block(PATIENCE);

        assertThat(first).hasSize(4);
        assertThat(second).hasSize(3);
        var found = new java.util.ArrayList<>(first);
        found.addAll(second);
        assertThat(found.stream().map(Conversation::chatId))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(repository.chatIds(new UserId(ana), 100).block(PATIENCE))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void theDigestsShouldBeThoseOfTheChats() {
        var both =
                List.of(new ChatId(chats.group(ana, bruno)), new ChatId(chats.group(ana, bruno)));
        var one = new ChatId(chats.group(ana));
        var nobody = new UserId(UUID.randomUUID());
        var people = List.of(new UserId(ana), new UserId(bruno), nobody);

        assertThat(repository.chatsDigests(people, 100).block(PATIENCE))
                .isEqualTo(
                        Map.of(
                                new UserId(ana),
                                ChatsDigest.of(List.of(one, both.get(1), both.get(0))),
                                new UserId(bruno),
                                ChatsDigest.of(both),
                                nobody,
                                ChatsDigest.of(List.of())));
    }

    @Test
    void theChatsOfManyShouldBeReadAtOnce() {
        var shared = new ChatId(chats.group(ana, bruno));
        var one = new ChatId(chats.group(ana));
        chats.group(bruno, UUID.randomUUID());
        var nobody = new UserId(UUID.randomUUID());

        assertThat(repository.chatIdsOf(List.of(new UserId(ana), nobody), 100).block(PATIENCE))
                .isEqualTo(Map.of(new UserId(ana), Set.of(shared, one), nobody, Set.of()));
    }

    @Test
    void theDigestAndTheChatsOfOneWithManyShouldBeThoseOfTheNewest() {
        IntStream.range(0, 5).forEach(i -> chats.group(ana));
        var person = new UserId(ana);
        var newest = repository.chatIds(person, 3).block(PATIENCE);

        assertThat(repository.chatsDigests(List.of(person), 3).block(PATIENCE))
                .containsEntry(person, ChatsDigest.of(newest));
        assertThat(repository.chatIdsOf(List.of(person), 3).block(PATIENCE))
                .containsEntry(person, Set.copyOf(newest));
    }

    private Conversation read(UUID person, UUID chat) {
        return repository
                .among(new UserId(person), List.of(new ChatId(chat)))
                .block(PATIENCE)
                .getFirst();
    }
}
