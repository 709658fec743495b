package org.tertulia.message.bookmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.message.timeline.MessageNotFound;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

class BookmarkRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.123456Z");
    private static final int MAX = 3;

    private final UserId ana = new UserId(UUID.randomUUID());
    private BookmarkRepository repository;
    private ChatRows chats;
    private UUID chat;

    @BeforeEach
    void begin() {
        repository = new BookmarkRepository(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
        chat = chats.group(ana.value());
        IntStream.range(0, 5).forEach(i -> chats.say(chat, ana.value(), "m" + i));
    }

    @Test
    void aSecondBookmarkShouldStayAsOfTheFirst() {
        assertThat(put(1, AT)).isTrue();
        assertThat(put(1, AT.plusSeconds(60))).isFalse();

        assertThat(repository.page(ana, BookmarkPosition.of(null), 10).block(PATIENCE))
                .containsExactly(new Bookmark(place(1), AT));
        assertThat(repository.remove(ana, place(1)).block(PATIENCE)).isTrue();
        assertThat(repository.remove(ana, place(1)).block(PATIENCE)).isFalse();
    }

    @Test
    void onlyAMessageThatIsThereShouldBeBookmarked() {
        chats.run("UPDATE messages SET deleted_at = now() WHERE chat_id = $1 AND seq = 2", chat);

        assertThatThrownBy(() -> put(2, AT)).isInstanceOf(MessageNotFound.class);
        assertThatThrownBy(() -> put(99, AT)).isInstanceOf(MessageNotFound.class);
    }

    @Test
    void oneBookmarkTooManyShouldBeRefusedAndThoseOfLeftChatsMakeRoom() {
        IntStream.rangeClosed(1, MAX).forEach(seq -> put(seq, AT));

        assertThatThrownBy(() -> put(MAX + 1, AT)).isInstanceOf(TooManyBookmarks.class);
        assertThat(put(MAX, AT)).isFalse();
        var left = chat;
        chat = chats.group(ana.value());
        chats.say(chat, ana.value(), "hola");
        chats.run("DELETE FROM memberships WHERE chat_id = $1", left);
        assertThat(put(1, AT)).isTrue();
    }

    @Test
    void pagesShouldHaveEveryBookmarkOnceAndNoneOfLeftChats() {
        put(1, AT);
        put(2, AT);
        put(3, AT.minusSeconds(1));
        var first = repository.page(ana, BookmarkPosition.of(null), 2).block(PATIENCE);
        var cursor = BookmarkPosition.cursorAfter(first.getLast());
        var second = repository.page(ana, BookmarkPosition.of(cursor), 2).block(PATIENCE);

        assertThat(first.stream().map(bookmark -> bookmark.place().seq())).containsExactly(2L, 1L);
        assertThat(second.stream().map(bookmark -> bookmark.place().seq())).containsExactly(3L);
        chats.run("DELETE FROM memberships WHERE chat_id = $1", chat);
        assertThat(repository.page(ana, BookmarkPosition.of(null), 2).block(PATIENCE)).isEmpty();
    }

    private boolean put(long seq, Instant at) {
        return repository.put(ana, place(seq), at, MAX).block(PATIENCE);
    }

    private MessagePlace place(long seq) {
        return new MessagePlace(new ChatId(chat), seq);
    }
}
