package org.tertulia.chat.ledger;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.chat.rules.ChatNotFound;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/**
 * The only way to change a chat. A use case opens a transaction, takes the chat's turn with
 * {@link #lock}, decides, and writes {@link ChatChange}s. Since the turn is a lock on the chat's row
 * that lasts until the commit, and each change carries the next version, the events of a chat have no
 * gap and are published in the order of their versions; none is lost or told without its change.
 */
@Component
public final class ChatLedger {

    private final ChatRepository chats;
    private final MemberRepository members;
    private final EmojiRepository emoji;
    private final Outbox outbox;

    ChatLedger(
            ChatRepository chats, MemberRepository members, EmojiRepository emoji, Outbox outbox) {
        this.chats = chats;
        this.members = members;
        this.emoji = emoji;
        this.outbox = outbox;
    }

    /**
     * Takes the chat's turn until the end of the transaction, for an action of {@code actor}. Fails as
     * {@link SeenChat#require} does. The role is read after the lock is held, so it is the present one.
     */
    public Mono<SeenChat> lock(Actor actor, ChatId id, ChatAction action) {
        return chats.lock(id)
                .switchIfEmpty(Mono.error(() -> new ChatNotFound(id)))
                .flatMap(chat -> seenBy(actor.userId(), chat))
                .map(seen -> seen.require(action));
    }

    private Mono<SeenChat> seenBy(UserId viewer, Chat chat) {
        return member(chat.id(), viewer)
                .map(member -> new SeenChat(chat, member.role()))
                .defaultIfEmpty(new SeenChat(chat, null));
    }

    /** Somebody's membership; empty when they are not a member. */
    public Mono<ChatMember> member(ChatId chat, UserId user) {
        return members.find(chat, user);
    }

    /** Whether the chat has an owner besides {@code than}. */
    public Mono<Boolean> hasOtherOwner(ChatId chat, UserId than) {
        return members.hasOtherOwner(chat, than);
    }

    /** The oldest administrator, else the oldest plain member; empty when there are only owners. */
    public Mono<ChatMember> heir(ChatId chat) {
        return members.findHeir(chat);
    }

    /** The chat's own emoji by their names: few. */
    public Mono<List<ChatEmoji>> emoji(ChatId chat) {
        return emoji.findAll(chat).collectList();
    }

    /** The private chat of two people, as the first of them sees it; empty when they have none. */
    public Mono<SeenChat> privateChat(UserId viewer, UserId other) {
        return chats.findPrivate(PrivatePair.of(viewer, other), viewer);
    }

    /** Stores a new chat; empty, and nothing stored, when the two people of a private one have one. */
    public Mono<Chat> open(ChatChange.Opened opened) {
        var chat = opened.chat();
        var pair =
                chat.kind() == ChatKind.PRIVATE
                        ? PrivatePair.of(
                                opened.members().getFirst().userId(),
                                opened.members().getLast().userId())
                        : null;
        return chats.insertIfAbsent(chat, pair)
                .filter(Boolean::booleanValue)
                .flatMap(
                        _ ->
                                members.insert(chat.id(), opened.members())
                                        .then(announced(opened))
                                        .thenReturn(chat));
    }

    /** Stores a change of a chat whose turn was taken; the chat after it. */
    public Mono<Chat> write(ChatChange change) {
        return stored(change).then(announced(change)).thenReturn(change.chat());
    }

    private Mono<Void> stored(ChatChange change) {
        var chat = change.chat();
        var id = chat.id();
        return switch (change) {
            case ChatChange.Opened _ -> Mono.error(() -> new IllegalArgumentException("use open"));
            case ChatChange.Edited _ -> chats.update(chat);
            case ChatChange.MemberAdded added ->
                    members.insert(id, List.of(added.member())).then(chats.update(chat));
            case ChatChange.MemberRemoved removed ->
                    members.delete(id, removed.userId()).then(chats.update(chat));
            case ChatChange.RoleChanged given ->
                    members.setRole(id, given.userId(), given.role()).then(chats.update(chat));
            case ChatChange.EmojiAdded added ->
                    emoji.put(id, added.emoji()).then(chats.update(chat));
            case ChatChange.EmojiRemoved removed ->
                    emoji.delete(id, removed.name()).then(chats.update(chat));
            case ChatChange.Closed _ -> chats.delete(id);
        };
    }

    private Mono<Void> announced(ChatChange change) {
        return Mono.defer(() -> outbox.append(ChatEvents.TOPIC, ChatEvents.of(change)));
    }
}
