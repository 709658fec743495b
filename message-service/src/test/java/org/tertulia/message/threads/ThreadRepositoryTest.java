package org.tertulia.message.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.message.timeline.MessageNotFound;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

class ThreadRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private final UUID carla = UUID.randomUUID();
    private ThreadRepository repository;
    private ChatRows chats;
    private UUID chat;

    @BeforeEach
    void begin() {
        repository = new ThreadRepository(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
        chat = chats.group(ana, bruno, carla);
        chats.say(chat, ana, "root");
        chats.say(chat, bruno, "one", 1);
        chats.say(chat, bruno, "two", 1);
        chats.say(chat, ana, "another root");
    }

    @Test
    void whoBeginsToFollowShouldHaveReadWhatIsThere() {
        assertThat(mark(carla, 1, true, null)).isEqualTo(state(1, true, 4, 0, 0));
        chats.say(chat, bruno, "three", 1);
        assertThat(mark(carla, 1, null, 0L)).isEqualTo(state(1, true, 4, 1, 0));
    }

    @Test
    void whoFollowsAgainShouldSeeWhatCameSince() {
        mark(ana, 1, null, 2L);
        assertThat(mark(ana, 1, false, null)).isEqualTo(state(1, false, 2, 1, 0));
        assertThat(mark(ana, 1, true, null)).isEqualTo(state(1, true, 2, 1, 0));
    }

    @Test
    void aMarkerShouldMoveForwardOnlyAndToTheEndAtMost() {
        assertThat(mark(ana, 1, null, 2L).readSeq()).isEqualTo(2);
        assertThat(mark(ana, 1, null, 1L).readSeq()).isEqualTo(2);
        assertThat(mark(ana, 1, null, 99L)).isEqualTo(state(1, true, 4, 0, 0));
    }

    @Test
    void noMarkerShouldBeKeptForThoseWhoDoNotFollow() {
        assertThat(mark(carla, 1, null, 3L)).isEqualTo(state(1, false, 1, 2, 0));
        assertThat(
                        chats.rows(
                                "SELECT * FROM thread_followers WHERE chat_id = $1 AND user_id = '%s'"
                                        .formatted(carla),
                                chat))
                .isEmpty();
    }

    @Test
    void mentionsShouldBeThoseOfTheThread() {
        chats.run(
                "INSERT INTO mentions SELECT $1, '%s', n, 1 FROM unnest(ARRAY[2, 3]) n"
                        .formatted(ana),
                chat);
        chats.run("INSERT INTO mentions SELECT $1, '%s', 4, null".formatted(ana), chat);
        chats.run(
                "UPDATE messages SET mentions_everyone = true WHERE chat_id = $1 AND seq = 3",
                chat);

        assertThat(mark(ana, 1, null, 0L)).isEqualTo(state(1, true, 1, 2, 2));
        assertThat(mark(ana, 1, null, 2L)).isEqualTo(state(1, true, 2, 1, 1));
    }

    @Test
    void aMessageThatHasNoThreadShouldNotBeFollowed() {
        for (var seq : List.of(2L, 99L, 0L)) {
            assertThatThrownBy(() -> mark(ana, seq, true, null))
                    .isInstanceOf(MessageNotFound.class);
        }
    }

    @Test
    void whoIsNotAMemberShouldFollowNothing() {
        assertThat(mark(UUID.randomUUID(), 1, true, null)).isNull();
    }

    @Test
    void theListShouldHaveTheNewestActivityFirst() {
        mark(ana, 4, true, null);
        chats.say(chat, bruno, "later", 4);
        mark(ana, 1, null, 2L);
        var found = followed(ana, ThreadPosition.of(null), 10);

        assertThat(found).extracting(row -> row.position().thread()).containsExactly(4L, 1L);
        assertThat(found).extracting(ThreadRow::unread).containsExactly(1, 1);
        assertThat(found).extracting(ThreadRow::readSeq).containsExactly(4L, 2L);
        assertThat(followed(carla, ThreadPosition.of(null), 10)).isEmpty();
    }

    @Test
    void aThreadWithoutRepliesShouldBeAsOldAsItsRoot() {
        mark(carla, 4, true, null);
        mark(carla, 1, true, null);

        assertThat(followed(carla, ThreadPosition.of(null), 10))
                .extracting(row -> row.position().thread())
                .containsExactly(4L, 1L);
    }

    @Test
    void pagesShouldHaveEveryThreadOnce() {
        var other = chats.group(ana, bruno);
        for (int i = 1; i <= 5; i++) {
            chats.say(other, ana, "root");
        }
        for (int i = 1; i <= 5; i++) {
            chats.say(other, bruno, "reply", i);
        }
        chats.run(
                "UPDATE messages SET posted_at = date_trunc('hour', posted_at) WHERE chat_id = $1",
                other);
        var first = followed(ana, ThreadPosition.of(null), 4);
        var second = followed(ana, ThreadPosition.of(first.getLast().position().cursor()), 4);

        assertThat(first).hasSize(4);
        assertThat(second).hasSize(2);
        assertThat(
                        java.util.stream.Stream.concat(first.stream(), second.stream())
                                .filter(row -> row.position().chatId().value().equals(other))
                                .map(row -> row.position().thread()))
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
    }

    @Test
    void threadsOfAChatThatOneHasLeftShouldNotBeListed() {
        chats.run(
                "DELETE FROM memberships WHERE chat_id = $1 AND user_id = '%s'".formatted(ana),
                chat);

        assertThat(followed(ana, ThreadPosition.of(null), 10)).isEmpty();
    }

    private ThreadState mark(
            UUID person, long root, @Nullable Boolean following, @Nullable Long seq) {
        return repository
                .mark(new UserId(person), new MessagePlace(new ChatId(chat), root), following, seq)
                .block(PATIENCE);
    }

    private ThreadState state(
            long thread, boolean following, long readSeq, int unread, int mentions) {
        return new ThreadState(new ChatId(chat), thread, following, readSeq, unread, mentions);
    }

    private List<ThreadRow> followed(UUID person, ThreadPosition start, int limit) {
        return repository.followed(new UserId(person), start, limit).block(PATIENCE);
    }
}
