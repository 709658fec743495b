package org.tertulia.message.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.message.membership.Caller;
import org.tertulia.message.membership.Membership;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.web.MessageSeqs;
import reactor.core.publisher.Mono;
import tools.jackson.databind.util.RawValue;

/** Reads of the log. What asks for a caller fails with chat-not-found for those who are not members. */
@Service
public final class Timeline {

    /** Unread messages, and mentions among them, are counted up to here. */
    public static final int MAX_UNREAD = 1_000;

    /** Threads with something unread are counted up to here. */
    public static final int MAX_THREADS_UNREAD = 100;

    private final TimelineRepository repository;
    private final MessageRepository messages;
    private final ConversationRepository conversations;
    private final Membership membership;

    Timeline(
            TimelineRepository repository,
            MessageRepository messages,
            ConversationRepository conversations,
            Membership membership) {
        this.repository = repository;
        this.messages = messages;
        this.conversations = conversations;
        this.membership = membership;
    }

    /** The messages of the main conversation around {@code position}. */
    Mono<MessagePage> messages(Caller caller, ChatId chatId, MessagePosition position, int limit) {
        return membership
                .require(caller, chatId)
                .then(
                        Mono.defer(
                                () -> page(caller.userId(), Strand.main(chatId), position, limit)));
    }

    /** Those messages that there are, of the main conversation and of threads. */
    Mono<MessagePage> messages(Caller caller, ChatId chatId, MessageSeqs seqs) {
        return membership
                .require(caller, chatId)
                .then(Mono.defer(() -> messages.among(caller.userId(), chatId, seqs)))
                .map(found -> new MessagePage(found.messages(), null, null, found.lastSeq()));
    }

    /** The messages of a thread around {@code position}. Fails with {@link MessageNotFound} of the root. */
    Mono<MessagePage> thread(
            Caller caller, MessagePlace root, MessagePosition position, int limit) {
        var strand = new Strand(root.chatId(), root.seq());
        return membership
                .require(caller, root.chatId())
                .then(Mono.defer(() -> messages.isRoot(root)))
                .filter(isRoot -> isRoot)
                .switchIfEmpty(Mono.error(() -> new MessageNotFound(root.seq())))
                .flatMap(isRoot -> page(caller.userId(), strand, position, limit));
    }

    /** One message. Fails with {@link MessageNotFound}. */
    Mono<MessageView> message(Caller caller, ChatId chatId, long seq) {
        return membership
                .require(caller, chatId)
                .then(Mono.defer(() -> find(caller.userId(), new MessagePlace(chatId, seq))))
                .switchIfEmpty(Mono.error(() -> new MessageNotFound(seq)));
    }

    private Mono<MessageView> find(UserId person, MessagePlace place) {
        return messages.find(person, List.of(place))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** The entries after {@code after}. */
    Mono<LogPage> log(Caller caller, ChatId chatId, long after, int limit) {
        return membership
                .require(caller, chatId)
                .then(Mono.defer(() -> repository.lastSeq(chatId)))
                .zipWhen(lastSeq -> repository.entriesAfter(chatId, after, limit))
                .map(both -> page(both.getT2(), both.getT1()));
    }

    private static LogPage page(List<StoredEntry> entries, long lastSeq) {
        var last = entries.isEmpty() ? lastSeq : Math.max(lastSeq, entries.getLast().seq());
        var items = entries.stream().map(entry -> new RawValue(entry.json())).toList();
        return new LogPage(items, last);
    }

    /** The newest messages of a chat's main conversation, for somebody who is known as a member. */
    public Mono<MessagePage> newest(UserId person, ChatId chatId, int limit) {
        return page(person, Strand.main(chatId), new MessagePosition.Newest(), limit);
    }

    /**
     * Up to {@code limit} entries after {@code positions} altogether, those of the first chats first, ascending in
     * each; for somebody known as a member. A chat that nothing was found of is left out.
     */
    public Mono<Map<ChatId, Collection<StoredEntry>>> entriesAfter(
            List<LogPosition> positions, int limit) {
        return repository.entriesAfter(positions, limit);
    }

    /** The last seqs of those of {@code chatIds} that are known. */
    public Mono<Map<ChatId, Long>> lastSeqs(List<ChatId> chatIds) {
        return repository.lastSeqs(chatIds);
    }

    /** Ids of all chats of a person, at most {@code limit}, newest first. */
    public Mono<List<ChatId>> chatIds(UserId person, int limit) {
        return conversations.chatIds(person, limit);
    }

    /** By which to see whether the newest {@code limit} chats of each of {@code people} have changed. */
    public Mono<Map<UserId, ChatsDigest>> chatsDigests(List<UserId> people, int limit) {
        return conversations.chatsDigests(people, limit);
    }

    /** The newest {@code limit} chats of each of {@code people}, also of those who have none. */
    public Mono<Map<UserId, Set<ChatId>>> chatIdsOf(List<UserId> people, int limit) {
        return conversations.chatIdsOf(people, limit);
    }

    /** The person's view of those of {@code chatIds} that they are a member of. */
    public Mono<List<Conversation>> conversations(UserId person, List<ChatId> chatIds) {
        return chatIds.isEmpty() ? Mono.just(List.of()) : conversations.among(person, chatIds);
    }

    /** The person's chats that come after {@code before} in the list of newest first. */
    Mono<List<Conversation>> conversations(UserId person, @Nullable ChatId before, int limit) {
        return conversations.page(person, before, limit);
    }

    private Mono<MessagePage> page(
            UserId person, Strand strand, MessagePosition position, int limit) {
        return switch (position) {
            case MessagePosition.Newest() ->
                    messages.before(person, strand, Long.MAX_VALUE, limit + 1)
                            .map(found -> MessagePages.before(found, limit, false));
            case MessagePosition.Before(var seq) ->
                    messages.before(person, strand, seq, limit + 1)
                            .map(found -> MessagePages.before(found, limit, true));
            case MessagePosition.After(var seq) -> after(person, strand, seq, limit);
            case MessagePosition.Around(var seq) ->
                    messages.around(person, strand, seq, limit + 1)
                            .map(found -> MessagePages.around(found, limit, seq));
            case MessagePosition.At(var moment) ->
                    messages.firstAt(strand.chatId(), moment)
                            .flatMap(first -> after(person, strand, first - 1, limit));
        };
    }

    private Mono<MessagePage> after(UserId person, Strand strand, long seq, int limit) {
        return messages.after(person, strand, seq, limit + 1)
                .map(found -> MessagePages.after(found, limit, seq));
    }
}
