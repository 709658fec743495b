package org.tertulia.message.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tertulia.starter.id.ChatId;

/**
 * Who of the connections of one event loop follows which chat, and wants translations of what is said in it. Only that
 * loop touches it; of what concerns all loops it keeps two sets up to date, that anybody may look at.
 */
final class ShardChats {

    private final Map<ChatId, ChatFollowers> byChat = new HashMap<>();
    private final WatchedChats watched;
    private final WatchedChats read;

    /**
     * Of one loop.
     *
     * @param watched the chats that are followed
     * @param read those in which translations are wanted
     */
    ShardChats(WatchedChats watched, WatchedChats read) {
        this.watched = watched;
        this.read = read;
    }

    void follow(ChatCursor cursor, ChatFollower follower) {
        byChat.computeIfAbsent(
                        cursor.chatId(),
                        unwatched -> {
                            watched.add(unwatched);
                            return new ChatFollowers();
                        })
                .add(cursor, follower);
    }

    void unfollow(ChatCursor cursor) {
        var chat = cursor.chatId();
        unread(cursor);
        followers(
                chat,
                followers -> {
                    if (followers.remove(cursor)) {
                        byChat.remove(chat);
                        watched.remove(chat);
                    }
                });
    }

    /** A connection that follows the chat wants translations of what is said in it. */
    void read(ChatCursor cursor, ChatReader reader) {
        changeReaders(cursor.chatId(), followers -> followers.read(cursor, reader));
    }

    /** It does not, or no longer. */
    void unread(ChatCursor cursor) {
        changeReaders(cursor.chatId(), followers -> followers.unread(cursor));
    }

    private void changeReaders(ChatId chat, Consumer<ChatFollowers> change) {
        followers(
                chat,
                followers -> {
                    var before = followers.hasReaders();
                    change.accept(followers);
                    if (before != followers.hasReaders()) {
                        note(chat, !before);
                    }
                });
    }

    private void note(ChatId chat, boolean isRead) {
        if (isRead) {
            read.add(chat);
        } else {
            read.remove(chat);
        }
    }

    /** Tells those whom it concerns; of a poll, that all have answered who are here. */
    void pass(ShardSignal.Passing passing) {
        switch (passing) {
            case ShardSignal.Typing typing ->
                    following(typing.chatId(), (cursor, follower) -> follower.onTyping(typing));
            case ShardSignal.Translation told ->
                    readers(told.chatId(), reader -> reader.onTranslation(told));
            case ShardSignal.Polled polled -> {
                readers(polled.chatId(), reader -> reader.answer(polled));
                polled.poll().answered();
            }
        }
    }

    private void readers(ChatId chat, Consumer<ChatReader> action) {
        followers(chat, followers -> followers.forEachReader(action));
    }

    void following(ChatId chat, BiConsumer<ChatCursor, ChatFollower> action) {
        followers(chat, followers -> followers.forEach(action));
    }

    void followers(ChatId chat, Consumer<ChatFollowers> action) {
        var followers = byChat.get(chat);
        if (followers != null) {
            action.accept(followers);
        }
    }
}
