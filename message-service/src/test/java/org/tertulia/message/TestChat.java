package org.tertulia.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatChanged;
import org.tertulia.contracts.chat.ChatCreated;
import org.tertulia.contracts.chat.ChatDeleted;
import org.tertulia.contracts.chat.ChatEvent;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.chat.EmojiAdded;
import org.tertulia.contracts.chat.EmojiRemoved;
import org.tertulia.contracts.chat.InitialMember;
import org.tertulia.contracts.chat.MemberAdded;
import org.tertulia.contracts.chat.MemberRemoved;
import org.tertulia.contracts.chat.MemberRoleChanged;
import org.tertulia.test.TestEvents;

/** A chat as the chat service would tell of it: every step is an event with the next version. */
public final class TestChat {

    private final UUID id = UUID.randomUUID();
    private final AtomicLong version = new AtomicLong();
    private final UUID owner;
    private ChatKind kind = ChatKind.GROUP;
    private String title = "Tertulia";
    private @Nullable UUID picture;

    private TestChat(UUID owner) {
        this.owner = owner;
    }

    /** A group whose first member owns it. */
    public static TestChat group(UUID... members) {
        return created(ChatKind.GROUP, "Tertulia", members);
    }

    /** A private chat. */
    public static TestChat ofTwo(UUID one, UUID other) {
        return created(ChatKind.PRIVATE, null, one, other);
    }

    /** A public chat whose first member owns it. */
    public static TestChat open(UUID... members) {
        return created(ChatKind.PUBLIC, "Plaza", members);
    }

    private static TestChat created(ChatKind kind, @Nullable String title, UUID... members) {
        var chat = new TestChat(members[0]);
        chat.publish(chat.creation(kind, title, members));
        return chat;
    }

    /** A chat of which nothing has been told yet. */
    public static TestChat untold(UUID owner) {
        return new TestChat(owner);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public UUID id() {
        return id;
    }

    public ChatCreated creation(UUID... members) {
        return creation(ChatKind.GROUP, "Tertulia", members);
    }

    private ChatCreated creation(ChatKind kind, @Nullable String title, UUID... members) {
        this.kind = kind;
        this.title = title;
        return new ChatCreated(
                id,
                version.incrementAndGet(),
                kind,
                title,
                "",
                members[0],
                initial(members),
                null,
                now());
    }

    private static List<InitialMember> initial(UUID... members) {
        return IntStream.range(0, members.length)
                .mapToObj(
                        i ->
                                new InitialMember(
                                        members[i], i == 0 ? ChatRole.OWNER : ChatRole.MEMBER))
                .toList();
    }

    public TestChat add(UUID... people) {
        Arrays.stream(people).forEach(person -> publish(addition(person)));
        return this;
    }

    public MemberAdded addition(UUID person) {
        return new MemberAdded(
                id, version.incrementAndGet(), person, ChatRole.MEMBER, owner, now());
    }

    public TestChat remove(UUID person) {
        publish(removal(person));
        return this;
    }

    public MemberRemoved removal(UUID person) {
        return new MemberRemoved(id, version.incrementAndGet(), person, owner, now());
    }

    public MemberRoleChanged promotion(UUID person) {
        return new MemberRoleChanged(
                id, version.incrementAndGet(), person, ChatRole.ADMIN, owner, now());
    }

    public ChatChanged renaming(String title) {
        this.title = title;
        return change(null);
    }

    /** Sets whether members see how far the others have read. */
    public TestChat receipts(boolean receipts) {
        publish(revision(receipts));
        return this;
    }

    public ChatChanged revision(boolean receipts) {
        return change(receipts);
    }

    /** Gives the chat a picture, or with null takes it away. */
    public TestChat picture(@Nullable UUID mediaId) {
        publish(picturing(mediaId));
        return this;
    }

    public ChatChanged picturing(@Nullable UUID mediaId) {
        this.picture = mediaId;
        return change(null);
    }

    private ChatChanged change(@Nullable Boolean receipts) {
        return new ChatChanged(
                id, version.incrementAndGet(), title, "", picture, kind, receipts, owner, now());
    }

    /** Gives the chat an emoji of its own. */
    public TestChat define(String name) {
        publish(definition(name));
        return this;
    }

    public EmojiAdded definition(String name) {
        return new EmojiAdded(id, version.incrementAndGet(), name, UUID.randomUUID(), owner, now());
    }

    /** Takes an emoji of its own away from the chat. */
    public TestChat drop(String name) {
        publish(dropping(name));
        return this;
    }

    public EmojiRemoved dropping(String name) {
        return new EmojiRemoved(id, version.incrementAndGet(), name, owner, now());
    }

    public ChatDeleted deletion() {
        return new ChatDeleted(id, version.incrementAndGet(), owner, now());
    }

    public TestChat delete() {
        publish(deletion());
        return this;
    }

    private void publish(ChatEvent event) {
        TestEvents.publish(Topics.CHAT_EVENTS, event);
    }
}
