package org.tertulia.scheduler.membership;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tertulia.contracts.chat.ChatChanged;
import org.tertulia.contracts.chat.ChatCreated;
import org.tertulia.contracts.chat.ChatDeleted;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.chat.InitialMember;
import org.tertulia.contracts.chat.MemberAdded;
import org.tertulia.contracts.chat.MemberRemoved;
import org.tertulia.contracts.chat.MemberRoleChanged;

/** A chat, and its events as the chat service would number them. */
public final class ChatInATest {

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00Z");

    private final UUID id = UUID.randomUUID();
    private final UUID owner;
    private long version;

    /** A chat that this person owns, and that is not created before {@link #created} says so. */
    public ChatInATest(UUID owner) {
        this.owner = owner;
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** It comes to be, with the owner and these people in it. */
    public ChatCreated created(ChatKind kind, UUID... others) {
        var members =
                Stream.concat(
                                Stream.of(new InitialMember(owner, ChatRole.OWNER)),
                                Stream.of(others).map(it -> new InitialMember(it, ChatRole.MEMBER)))
                        .toList();
        var title = kind == ChatKind.PRIVATE ? null : "Plaza";
        return new ChatCreated(
                id, ++version, kind, title, "", owner, List.copyOf(members), true, AT);
    }

    /** It is called otherwise. */
    public ChatChanged renamed() {
        return new ChatChanged(id, ++version, "Foro", "", null, null, null, owner, AT);
    }

    /** Somebody comes. */
    public MemberAdded added(UUID person) {
        return new MemberAdded(id, ++version, person, ChatRole.MEMBER, owner, AT);
    }

    /** Somebody goes. */
    public MemberRemoved removed(UUID person) {
        return new MemberRemoved(id, ++version, person, owner, AT);
    }

    /** Somebody may do more, or less. */
    public MemberRoleChanged given(UUID person, ChatRole role) {
        return new MemberRoleChanged(id, ++version, person, role, owner, AT);
    }

    /** It is gone. */
    public ChatDeleted deleted() {
        return new ChatDeleted(id, ++version, owner, AT);
    }
}
