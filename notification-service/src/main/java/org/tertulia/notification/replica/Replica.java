package org.tertulia.notification.replica;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.NotificationProperties;
import org.tertulia.notification.decisions.Standing;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is known of chats from their logs, and of how far people have read. A repeat changes nothing. */
@Component
public final class Replica {

    private final ChatRepository chats;
    private final MessageRepository messages;
    private final MemberRepository members;
    private final NotificationProperties properties;

    Replica(
            ChatRepository chats,
            MessageRepository messages,
            MemberRepository members,
            NotificationProperties properties) {
        this.chats = chats;
        this.messages = messages;
        this.members = members;
        this.properties = properties;
    }

    /** What is known of a chat. */
    public Mono<KnownChat> chat(ChatId chat) {
        return chats.find(chat).defaultIfEmpty(KnownChat.UNKNOWN);
    }

    /** A chat of this kind came to be; a private one has no title. */
    public Mono<Void> open(ChatId chat, String kind, @Nullable String title) {
        return chats.open(chat, kind, title);
    }

    /** A chat is called otherwise. */
    public Mono<Void> retitle(ChatId chat, @Nullable String title) {
        return chats.retitle(chat, title);
    }

    /** What somebody is called, as of a version of their profile; an earlier one changes nothing. */
    public Mono<Void> named(UserId person, long version, String name) {
        return members.named(person, version, name);
    }

    /** The log was dealt with up to there. */
    public Mono<Void> handled(ChatId chat, long seq) {
        return chats.handled(chat, seq);
    }

    /** These people are members, or not any more, as of an entry. */
    public Mono<Void> setPresent(
            ChatId chat, Collection<UserId> people, boolean present, long seq) {
        return members.setPresent(chat, people, present, seq);
    }

    /** Whether somebody is a member now. */
    public Mono<Boolean> isPresent(ChatId chat, UserId person) {
        return members.isPresent(chat, person);
    }

    /** Nothing stays of how these people stood to a chat: how far they had read, what they wanted to be told. */
    public Mono<Void> forget(ChatId chat, Collection<UserId> people) {
        return members.forget(chat, people);
    }

    /**
     * The positions, from 0, of the messages of which somebody may have to be told; with the others it is done, in the one
     * statement. It is remembered of all whose they are, for as long as they are among the newest of their chats. Of a
     * message that comes again it says so until it was {@link #told}.
     *
     * @param said those of a chat in their order
     */
    public Mono<Set<Integer>> hear(List<Heard> said) {
        return messages.hear(said, properties.authorsPerChat());
    }

    /** The chat of a message of which somebody may have to be told; empty when that was done. */
    public Mono<KnownChat> untold(Heard message) {
        return messages.untold(message.chat(), message.seq());
    }

    /** Whoever had to be told of the message is. */
    public Mono<Void> told(Heard message) {
        return messages.told(message.chat(), message.seq());
    }

    /** Whose these messages are, as far as that is known. */
    public Flux<Author> authors(ChatId chat, Collection<Long> seqs) {
        return seqs.isEmpty() ? Flux.empty() : messages.authors(chat, seqs);
    }

    /** There is no such message any more. */
    public Mono<Void> forgetMessage(ChatId chat, long message) {
        return messages.forget(chat, message);
    }

    /** There are no messages any more. */
    public Mono<Void> forgetMessages(ChatId chat) {
        return messages.forgetAll(chat);
    }

    /** The members, in the order of their ids, after one of them; at most {@code limit}. */
    public Mono<List<UserId>> members(ChatId chat, UUID after, int limit) {
        return members.members(chat, after, limit);
    }

    /** Those of {@code people} who are members; else as {@link #members}. */
    public Mono<List<UserId>> concerned(
            ChatId chat, Collection<UserId> people, UUID after, int limit) {
        return members.concerned(chat, people, after, limit);
    }

    /**
     * Those of {@code people} who are members, those who want to be told everything, and those who have an alert to which one
     * of {@code lookups} leads; else as {@link #members}.
     */
    public Mono<List<UserId>> listeners(
            ChatId chat, Collection<UserId> people, List<String> lookups, UUID after, int limit) {
        return members.listeners(chat, people, lookups, after, limit);
    }

    /**
     * How these people stand to a place now, in the order of their ids, with those of their alerts to which one of {@code
     * lookups} leads.
     */
    public Mono<List<Standing>> standings(
            Place place, Collection<UserId> people, List<String> lookups) {
        return members.standings(place, people, lookups);
    }

    /**
     * Somebody has read so far; of two markers of a place the greater one counts, by generation first. Whether there may be
     * something that they need not be told any more. One statement, under the lock of the inbox.
     */
    public Mono<Boolean> mark(
            UserId person, ChatId chat, long thread, int generation, long readSeq) {
        return members.mark(person, chat, thread, generation, readSeq);
    }
}
