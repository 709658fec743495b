package org.tertulia.media;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.message.Attachment;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.ChatRevised;
import org.tertulia.contracts.message.EmojiDefined;
import org.tertulia.contracts.message.EmojiDropped;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.test.TestEvents;

/** A chat whose log is published as the message service would. */
public final class TestChat {

    private final UUID id = UUID.randomUUID();
    private final UUID owner;
    private long seq;

    private TestChat(UUID owner) {
        this.owner = owner;
    }

    /** With these first members. */
    public static TestChat of(UUID owner, UUID... others) {
        var chat = new TestChat(owner);
        var members = Stream.concat(Stream.of(owner), Stream.of(others)).toList();
        chat.publish(
                new ChatOpened(
                        chat.id,
                        chat.next(),
                        ChatKind.GROUP,
                        "Plaza",
                        owner,
                        members,
                        null,
                        Instant.now()));
        return chat;
    }

    public UUID id() {
        return id;
    }

    /** Somebody says something with these files; its seq. */
    public long post(UUID sender, UUID... files) {
        var posted = next();
        publish(
                new MessagePosted(
                        id,
                        posted,
                        UUID.randomUUID(),
                        sender,
                        UUID.randomUUID(),
                        "",
                        null,
                        null,
                        null,
                        null,
                        Stream.of(files).map(TestChat::attachment).toList(),
                        Instant.now(),
                        null));
        return posted;
    }

    private static Attachment attachment(UUID file) {
        return new Attachment(
                file, "image", "beach.png", "image/png", 1_000, null, null, null, null, null);
    }

    public void join(UUID person) {
        publish(new MemberJoined(id, next(), person, ChatRole.MEMBER, owner, Instant.now()));
    }

    public void leave(UUID person) {
        publish(new MemberLeft(id, next(), person, owner, Instant.now()));
    }

    public void delete(long message) {
        delete(message, Instant.now());
    }

    public void delete(long message, Instant at) {
        publish(new MessageDeleted(id, next(), message, null, owner, at));
    }

    /** Somebody gives the chat a picture, or none; a chat of this kind. */
    public void picture(UUID by, @Nullable UUID file, ChatKind kind) {
        publish(new ChatRevised(id, next(), "Plaza", "", file, kind, null, by, Instant.now()));
    }

    public void defineEmoji(UUID by, String name, UUID file) {
        publish(new EmojiDefined(id, next(), name, file, by, Instant.now()));
    }

    public void dropEmoji(String name) {
        publish(new EmojiDropped(id, next(), name, owner, Instant.now()));
    }

    public void close(Instant at) {
        publish(new ChatClosed(id, next(), owner, at));
    }

    private long next() {
        seq++;
        return seq;
    }

    private static void publish(LogEntry entry) {
        TestEvents.publish(Topics.MESSAGE_EVENTS, entry);
    }
}
