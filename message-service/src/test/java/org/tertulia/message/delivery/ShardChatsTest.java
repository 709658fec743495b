package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.FixedIds;

/** Whom an event loop asks about translations, and tells of them. */
class ShardChatsTest {

    private static final ChatId CHAT = new ChatId(FixedIds.id(1));
    private static final ChatId OTHER = new ChatId(FixedIds.id(2));
    private static final UserId ANA = new UserId(FixedIds.id(3));
    private static final UserId BRUNO = new UserId(FixedIds.id(4));

    private final WatchedChats watched = new WatchedChats();
    private final WatchedChats read = new WatchedChats();
    private final ShardChats chats = new ShardChats(watched, read);
    private final List<Object> heard = new ArrayList<>();

    @Test
    void onlyReadersOfTheChatShouldBeAskedAndTold() {
        var silent = follow(CHAT);
        chats.read(follow(CHAT), new Reader("es"));
        chats.read(follow(OTHER), new Reader("en"));
        chats.unread(silent);
        var told = new ArrayList<List<String>>();

        var poll = new ReaderPoll(1, readers -> told.add(readers.languagesBeside(ANA, 10)));
        chats.pass(new ShardSignal.Polled(CHAT, poll));
        var translation = new ShardSignal.Translation(CHAT, "fr", new byte[0]);
        chats.pass(translation);

        assertThat(told).containsExactly(List.of("es"));
        assertThat(heard).containsExactly("es", translation);
    }

    @Test
    void aChatShouldCountAsReadForAsLongAsSomebodyReadsIt() {
        var first = follow(CHAT);
        var second = follow(CHAT);
        follow(OTHER);
        assertThat(read.contains(CHAT)).isFalse();

        chats.read(first, new Reader("es"));
        chats.read(second, new Reader("es"));
        chats.read(second, new Reader("en"));
        assertThat(read.all()).containsExactly(CHAT);
        chats.unread(first);
        chats.unread(first);
        assertThat(read.contains(CHAT)).isTrue();
        chats.unfollow(second);

        assertThat(read.all()).isEmpty();
        assertThat(watched.contains(CHAT)).isTrue();
    }

    private ChatCursor follow(ChatId chat) {
        var cursor = new ChatCursor(chat);
        chats.follow(cursor, new Follower());
        return cursor;
    }

    private final class Reader implements ChatReader {

        private final String language;

        Reader(String language) {
            this.language = language;
        }

        @Override
        public void onTranslation(ShardSignal.Translation translation) {
            heard.add(translation);
        }

        @Override
        public void answer(ShardSignal.Polled polled) {
            heard.add(language);
            polled.poll().add(language, BRUNO);
        }
    }

    /** Is asked nothing and told nothing. */
    private static final class Follower implements ChatFollower {

        @Override
        public boolean hasEnded() {
            return false;
        }

        @Override
        public void onEntry(ChatCursor cursor, LiveEntry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean onRun(ChatCursor cursor, EntryRun run, ChatFollowers.SharedWrite wire) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onTyping(ShardSignal.Typing typing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onAudit(ChatCursor cursor, long lastSeq) {
            throw new UnsupportedOperationException();
        }
    }
}
