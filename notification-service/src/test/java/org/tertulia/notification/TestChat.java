package org.tertulia.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.marker.MarkerMoved;
import org.tertulia.contracts.marker.ThreadMarked;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.Mentioned;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.contracts.message.ReactionAdded;
import org.tertulia.contracts.message.ReactionRemoved;
import org.tertulia.test.TestEvents;

/** A chat whose log is published as the message service would. */
final class TestChat {

    private final UUID id = UUID.randomUUID();
    private final UUID owner;
    private long seq;

    private TestChat(UUID owner) {
        this.owner = owner;
    }

    static TestChat group(UUID owner, UUID... others) {
        return open(ChatKind.GROUP, owner, others);
    }

    static TestChat between(UUID one, UUID other) {
        return open(ChatKind.PRIVATE, one, other);
    }

    private static TestChat open(ChatKind kind, UUID owner, UUID... others) {
        var chat = new TestChat(owner);
        var members = Stream.concat(Stream.of(owner), Stream.of(others)).toList();
        chat.publish(
                new ChatOpened(
                        chat.id,
                        chat.next(),
                        kind,
                        kind == ChatKind.PRIVATE ? null : "Plaza",
                        owner,
                        members,
                        true,
                        Instant.now()));
        return chat;
    }

    UUID id() {
        return id;
    }

    long lastSeq() {
        return seq;
    }

    /** Somebody says something; its seq. */
    long say(UUID sender, String text) {
        return publish(posted(sender, text, null, null, null));
    }

    long call(UUID sender, String text, UUID... people) {
        return publish(posted(sender, text, null, null, new Mentioned(List.of(people), false)));
    }

    long callAll(UUID sender, String text) {
        return publish(posted(sender, text, null, null, new Mentioned(List.of(), true)));
    }

    long reply(UUID sender, String text, long message) {
        return publish(posted(sender, text, message, null, null));
    }

    long sayInThread(UUID sender, String text, long thread) {
        return publish(posted(sender, text, null, thread, null));
    }

    /** The next message of the log. */
    MessagePosted posted(
            UUID sender,
            String text,
            @Nullable Long replyTo,
            @Nullable Long thread,
            @Nullable Mentioned mentions) {
        return new MessagePosted(
                id,
                next(),
                UUID.randomUUID(),
                sender,
                UUID.randomUUID(),
                text,
                replyTo,
                thread,
                mentions,
                null,
                Instant.now(),
                null);
    }

    void edit(long message, String text) {
        publish(new MessageEdited(id, next(), message, 2, text, null, owner, Instant.now(), null));
    }

    void delete(long message) {
        publish(new MessageDeleted(id, next(), message, null, owner, Instant.now()));
    }

    long react(UUID person, long message, String emoji) {
        return publish(new ReactionAdded(id, next(), message, person, emoji, Instant.now()));
    }

    void unreact(UUID person, long message, String emoji) {
        publish(new ReactionRemoved(id, next(), message, person, emoji, Instant.now()));
    }

    void add(UUID person, UUID by) {
        publish(new MemberJoined(id, next(), person, ChatRole.MEMBER, by, Instant.now()));
    }

    void remove(UUID person) {
        publish(new MemberLeft(id, next(), person, owner, Instant.now()));
    }

    void close() {
        publish(new ChatClosed(id, next(), owner, Instant.now()));
    }

    /** The person has read so far. */
    void mark(UUID person, long readSeq) {
        TestEvents.publish(
                Topics.MARKER_EVENTS, new MarkerMoved(person, id, 0, readSeq, 0, 0, Instant.now()));
    }

    void markThread(UUID person, long thread, long readSeq) {
        TestEvents.publish(
                Topics.MARKER_EVENTS,
                new ThreadMarked(person, id, thread, true, readSeq, 0, 0, Instant.now()));
    }

    long publish(LogEntry entry) {
        TestEvents.publish(Topics.MESSAGE_EVENTS, entry);
        return entry.seq();
    }

    private long next() {
        seq++;
        return seq;
    }
}
