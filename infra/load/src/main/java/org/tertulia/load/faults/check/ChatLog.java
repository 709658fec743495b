package org.tertulia.load.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MessagePosted;

/** One chat's log as it was fetched, with what is looked up in it. Not changed once it is made. */
public final class ChatLog {
    private final UUID chatId;
    private final List<LogEntry> entries;
    private final Map<Key, List<MessagePosted>> posts = new HashMap<>();
    private final Map<UUID, List<Move>> moves = new HashMap<>();

    private record Key(UUID senderId, UUID clientMessageId) {}

    /**
     * Somebody came or went.
     *
     * @param seq where the log says so
     * @param joined whether they came
     */
    public record Move(long seq, boolean joined) {}

    /** The log of a chat, in the order it was told. */
    public ChatLog(UUID chatId, List<LogEntry> entries) {
        this.chatId = chatId;
        this.entries = List.copyOf(entries);
        this.entries.forEach(this::index);
    }

    private void index(LogEntry entry) {
        switch (entry) {
            case MessagePosted it ->
                    posts.computeIfAbsent(
                                    new Key(it.senderId(), it.clientMessageId()),
                                    key -> new ArrayList<>())
                            .add(it);
            case ChatOpened it -> it.members().forEach(member -> moved(member, it.seq(), true));
            case MemberJoined it -> moved(it.userId(), it.seq(), true);
            case MemberLeft it -> moved(it.userId(), it.seq(), false);
            default -> {}
        }
    }

    private void moved(UUID userId, long seq, boolean joined) {
        moves.computeIfAbsent(userId, user -> new ArrayList<>()).add(new Move(seq, joined));
    }

    public UUID chatId() {
        return chatId;
    }

    public List<LogEntry> entries() {
        return entries;
    }

    /** The seq of its last entry; 0 when it is empty. */
    public long lastSeq() {
        return entries.isEmpty() ? 0 : entries.getLast().seq();
    }

    /** Every entry that says a message of somebody with this id; one is right. */
    public List<MessagePosted> posts(UUID senderId, UUID clientMessageId) {
        return posts.getOrDefault(new Key(senderId, clientMessageId), List.of());
    }

    /** What was said, by sender and client message id. */
    Iterable<List<MessagePosted>> allPosts() {
        return posts.values();
    }

    /** When somebody came and went, in the order of the log. */
    public List<Move> moves(UUID userId) {
        return moves.getOrDefault(userId, List.of());
    }

    /** Whether somebody is in at the end of the log. */
    public boolean isMember(UUID userId) {
        var known = moves(userId);
        return !known.isEmpty() && known.getLast().joined();
    }

    /** How many messages of others lie after one seq up to another. */
    long messagesOfOthers(UUID userId, long after, long upTo) {
        return entries.stream()
                .filter(it -> it.seq() > after && it.seq() <= upTo)
                .filter(it -> it instanceof MessagePosted said && !said.senderId().equals(userId))
                .count();
    }
}
