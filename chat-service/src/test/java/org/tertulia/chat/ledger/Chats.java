package org.tertulia.chat.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.TimeOrderedIds;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.Actor;
import org.tertulia.test.MutableClock;

/** Chats and people for tests. */
public final class Chats {

    /** When everything happens. */
    public static final Instant NOON = MutableClock.atNoon().instant();

    private static final IdGenerator IDS = new TimeOrderedIds(MutableClock.atNoon());

    private Chats() {}

    /** Somebody new. */
    public static Actor person() {
        return new Actor(new UserId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), "ana");
    }

    /** A public chat of this person. */
    public static ChatChange.Opened publicChat(Actor owner, String title) {
        return opened(ChatKind.PUBLIC, title, ChatRole.OWNER, owner);
    }

    /** A group of these people, the first of them its owner. */
    public static ChatChange.Opened group(String title, Actor owner, Actor... others) {
        return opened(ChatKind.GROUP, title, ChatRole.OWNER, owner, others);
    }

    /** A private chat of two. */
    public static ChatChange.Opened privateChat(Actor one, Actor other) {
        return opened(ChatKind.PRIVATE, null, ChatRole.MEMBER, one, other);
    }

    private static ChatChange.Opened opened(
            ChatKind kind,
            @Nullable String title,
            ChatRole firstRole,
            Actor first,
            Actor... others) {
        var members = new ArrayList<>(List.of(new ChatMember(first.userId(), firstRole, NOON)));
        for (var other : others) {
            members.add(new ChatMember(other.userId(), ChatRole.MEMBER, NOON));
        }
        var chat =
                new Chat(
                        new ChatId(IDS.next()),
                        kind,
                        title,
                        "",
                        null,
                        kind.receiptsByDefault(),
                        first.userId(),
                        NOON,
                        1,
                        members.size());
        return new ChatChange.Opened(chat, members, first.userId(), NOON);
    }
}
