package org.tertulia.message.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tertulia.message.drafts.Draft;
import org.tertulia.message.drafts.Drafts;
import org.tertulia.message.people.People;
import org.tertulia.message.people.Person;
import org.tertulia.message.presence.PersonPresence;
import org.tertulia.message.presence.PresenceChoice;
import org.tertulia.message.presence.PresenceOfContacts;
import org.tertulia.message.presence.Presences;
import org.tertulia.message.timeline.ChatsDigest;
import org.tertulia.message.timeline.Conversation;
import org.tertulia.message.timeline.LogPosition;
import org.tertulia.message.timeline.MessagePage;
import org.tertulia.message.timeline.StoredEntry;
import org.tertulia.message.timeline.Timeline;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What connections read from the database; bounded in number and time, and once for all who ask the same. */
@Service
final class DeliveryReads {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Chats of one query. */
    private static final int CHATS_PER_QUERY = 500;

    private final Timeline timeline;
    private final People people;
    private final PresenceOfContacts contacts;
    private final Presences presences;
    private final Drafts drafts;
    private final DeliveryProperties properties;
    private final ReadGate gate;
    private final Map<Missing, Mono<Map<ChatId, Collection<StoredEntry>>>> underWay =
            new ConcurrentHashMap<>();

    DeliveryReads(
            Timeline timeline,
            People people,
            PresenceOfContacts contacts,
            Presences presences,
            Drafts drafts,
            DeliveryProperties properties) {
        this.timeline = timeline;
        this.people = people;
        this.contacts = contacts;
        this.presences = presences;
        this.drafts = drafts;
        this.properties = properties;
        this.gate = new ReadGate(properties.maxReads());
    }

    /** So many entries after these positions. */
    private record Missing(List<LogPosition> after, int limit) {}

    /** Where a person's chats stand, who of the contacts is there, and what the person has chosen. */
    record Overview(
            Person person,
            List<Conversation> chats,
            List<PersonPresence> present,
            PresenceChoice choice) {}

    /** A chat with its newest messages; they, and what the client is told, stand at their last seq. */
    record ChatState(Conversation chat, MessagePage newest) {}

    /** The chats that {@code person} is a member of. */
    Mono<List<ChatId>> chatIds(UserId person) {
        return read(timeline.chatIds(person, properties.maxChatsPerPerson()));
    }

    /** Where {@code chatIds} stand for {@code actor}; those they are not a member of are left out. */
    Mono<Overview> overview(Actor actor, List<ChatId> chatIds) {
        return read(
                Mono.zip(
                                people.find(actor),
                                conversations(actor.userId(), chatIds),
                                contacts.present(actor.userId()),
                                presences.stored(actor.userId()))
                        .map(
                                all ->
                                        new Overview(
                                                all.getT1(),
                                                all.getT2(),
                                                all.getT3(),
                                                all.getT4())));
    }

    private Mono<List<Conversation>> conversations(UserId person, List<ChatId> chatIds) {
        return Flux.fromIterable(chatIds)
                .buffer(CHATS_PER_QUERY)
                .concatMap(some -> timeline.conversations(person, some))
                .flatMapIterable(found -> found)
                .collectList();
    }

    /** Where one chat stands for {@code person}; empty when they are not a member. */
    Mono<Conversation> conversation(UserId person, ChatId chatId) {
        return read(timeline.conversations(person, List.of(chatId)).flatMap(DeliveryReads::first));
    }

    /** The same with the newest messages; empty when the person is not a member after they were read. */
    Mono<ChatState> state(UserId person, ChatId chatId) {
        return read(timeline.newest(person, chatId, properties.snapshotMessages()))
                .flatMap(
                        newest ->
                                conversation(person, chatId)
                                        .map(chat -> new ChatState(chat, newest)));
    }

    private static Mono<Conversation> first(List<Conversation> found) {
        return Mono.justOrEmpty(found.stream().findFirst());
    }

    /**
     * Up to {@code limit} entries after {@code positions}, in one query; see {@link Timeline#entriesAfter}. Clients
     * that come back together ask for the same ones.
     */
    Mono<Map<ChatId, Collection<StoredEntry>>> entriesAfter(
            List<LogPosition> positions, int limit) {
        return underWay.computeIfAbsent(
                new Missing(positions, limit),
                missing ->
                        read(timeline.entriesAfter(positions, limit))
                                .doFinally(end -> underWay.remove(missing))
                                .cache());
    }

    /** What a draft is now that had {@code version} when {@code at}; none when it is gone. */
    Mono<Draft> draft(UserId person, ShardSignal.DraftChanged change) {
        return read(drafts.find(person, change.chatId(), change.thread()))
                .defaultIfEmpty(
                        Draft.none(
                                change.chatId(), change.thread(), change.version(), change.at()));
    }

    /** The last seqs of {@code chatIds}. */
    Mono<Map<ChatId, Long>> lastSeqs(List<ChatId> chatIds) {
        return read(timeline.lastSeqs(chatIds));
    }

    /** By which to see whether the chats of {@code people} are those that are followed. */
    Mono<Map<UserId, ChatsDigest>> chatsDigests(List<UserId> people) {
        return read(timeline.chatsDigests(people, properties.maxChatsPerPerson()));
    }

    /** The chats that {@code people} are members of, by person. */
    Mono<Map<UserId, MemberOf>> memberships(List<UserId> people) {
        var limit = properties.maxChatsPerPerson();
        return read(timeline.chatIdsOf(people, limit))
                .map(
                        found ->
                                found.entrySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey,
                                                        of -> MemberOf.of(of.getValue(), limit))));
    }

    private <T> Mono<T> read(Mono<T> query) {
        return gate.through(query.timeout(TIMEOUT));
    }
}
