package org.tertulia.chat.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatChanged;
import org.tertulia.contracts.chat.ChatCreated;
import org.tertulia.contracts.chat.ChatDeleted;
import org.tertulia.contracts.chat.ChatEvent;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.EmojiAdded;
import org.tertulia.contracts.chat.EmojiRemoved;
import org.tertulia.contracts.chat.InitialMember;
import org.tertulia.contracts.chat.MemberAdded;
import org.tertulia.contracts.chat.MemberRemoved;
import org.tertulia.contracts.chat.MemberRoleChanged;

/** What others are told of a change; moments to the microsecond, as the database keeps them. */
final class ChatEvents {

    static final String TOPIC = Topics.CHAT_EVENTS;

    private ChatEvents() {}

    static ChatEvent of(ChatChange change) {
        var chat = change.chat();
        var id = chat.id().value();
        var version = chat.version();
        var by = change.by().value();
        var at = change.at().truncatedTo(ChronoUnit.MICROS);
        return switch (change) {
            case ChatChange.Opened opened -> created(chat, opened);
            case ChatChange.Edited _ -> changed(chat, by, at);
            case ChatChange.MemberAdded added -> added(chat, added);
            case ChatChange.MemberRemoved removed ->
                    new MemberRemoved(id, version, removed.userId().value(), by, at);
            case ChatChange.RoleChanged given ->
                    new MemberRoleChanged(
                            id, version, given.userId().value(), role(given.role()), by, at);
            case ChatChange.EmojiAdded(_, var emoji) ->
                    new EmojiAdded(
                            id, version, emoji.name().text(), emoji.picture().value(), by, at);
            case ChatChange.EmojiRemoved removed ->
                    new EmojiRemoved(id, version, removed.name().text(), by, at);
            case ChatChange.Closed _ -> new ChatDeleted(id, version, by, at);
        };
    }

    private static ChatCreated created(Chat chat, ChatChange.Opened opened) {
        return new ChatCreated(
                chat.id().value(),
                chat.version(),
                kind(chat.kind()),
                chat.title(),
                chat.description(),
                chat.createdBy().value(),
                initial(opened.members()),
                chat.receipts(),
                opened.at());
    }

    private static ChatChanged changed(Chat chat, UUID by, Instant at) {
        return new ChatChanged(
                chat.id().value(),
                chat.version(),
                chat.title(),
                chat.description(),
                chat.picture() == null ? null : chat.picture().value(),
                kind(chat.kind()),
                chat.receipts(),
                by,
                at);
    }

    private static MemberAdded added(Chat chat, ChatChange.MemberAdded added) {
        return new MemberAdded(
                chat.id().value(),
                chat.version(),
                added.member().userId().value(),
                role(added.member().role()),
                added.by().value(),
                added.at());
    }

    private static List<InitialMember> initial(List<ChatMember> members) {
        return members.stream()
                .map(m -> new InitialMember(m.userId().value(), role(m.role())))
                .toList();
    }

    private static ChatKind kind(org.tertulia.chat.rules.ChatKind kind) {
        return switch (kind) {
            case PUBLIC -> ChatKind.PUBLIC;
            case PRIVATE -> ChatKind.PRIVATE;
            case GROUP -> ChatKind.GROUP;
        };
    }

    private static org.tertulia.contracts.chat.ChatRole role(ChatRole role) {
        return switch (role) {
            case OWNER -> org.tertulia.contracts.chat.ChatRole.OWNER;
            case ADMIN -> org.tertulia.contracts.chat.ChatRole.ADMIN;
            case MEMBER -> org.tertulia.contracts.chat.ChatRole.MEMBER;
        };
    }
}
