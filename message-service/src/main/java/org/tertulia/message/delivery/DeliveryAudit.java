package org.tertulia.message.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.message.timeline.ChatsDigest;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares the connections of this instance with the database: how far the chats are that they follow, and
 * whether these are the chats of their people. What the broker did not bring, because it was lost or was
 * published before this instance had found its place in the topic, is told all the same.
 *
 * <p>One query after the other. Of most people only a digest of their chats is read; of those whose
 * connections follow others, the chats.
 */
final class DeliveryAudit {

    private static final Logger log = LoggerFactory.getLogger(DeliveryAudit.class);

    /** Chats whose last seqs are read by one query. */
    private static final int CHATS_PER_QUERY = 500;

    /** People whose chats are compared by one query. Measured: with 50 chats each, 6 to 8 ms. */
    private static final int PEOPLE_PER_QUERY = 500;

    /** People whose chats are read by one query; each may have thousands. */
    private static final int DIFFERING_PER_QUERY = 50;

    private final DeliveryReads reads;
    private final WatchedChats watched;
    private final Supplier<Set<UserId>> people;
    private final Collection<DeliveryShard> shards;
    private final Consumer<ShardSignal> signals;

    /**
     * Of these.
     *
     * @param people who is connected, each time it is asked
     * @param shards all event loops, also those that come later
     * @param signals tells all connections
     */
    DeliveryAudit(
            DeliveryReads reads,
            WatchedChats watched,
            Supplier<Set<UserId>> people,
            Collection<DeliveryShard> shards,
            Consumer<ShardSignal> signals) {
        this.reads = reads;
        this.watched = watched;
        this.people = people;
        this.shards = shards;
        this.signals = signals;
    }

    /** Compares once, and hands over what differs; never fails. */
    Mono<Void> run() {
        return auditLogs()
                .then(Mono.defer(this::auditMemberships))
                .onErrorResume(
                        error -> {
                            log.warn("Connections were not compared: {}", error.toString());
                            return Mono.empty();
                        });
    }

    private Mono<Void> auditLogs() {
        return Flux.fromIterable(watched.all())
                .buffer(CHATS_PER_QUERY)
                .concatMap(reads::lastSeqs)
                .doOnNext(lastSeqs -> signals.accept(new ShardSignal.Audited(lastSeqs)))
                .then();
    }

    /** After the logs: what ends a membership is in them. */
    private Mono<Void> auditMemberships() {
        return Flux.fromIterable(people.get())
                .buffer(PEOPLE_PER_QUERY)
                .concatMap(reads::chatsDigests)
                .concatMap(this::differing)
                .buffer(DIFFERING_PER_QUERY)
                .concatMap(reads::memberships)
                .doOnNext(read -> signals.accept(new ShardSignal.Memberships(read)))
                .then();
    }

    /** A person with connections on several event loops may be in it more than once. */
    private Flux<UserId> differing(Map<UserId, ChatsDigest> digests) {
        return Flux.fromIterable(List.copyOf(shards))
                .concatMap(shard -> shard.differing(digests))
                .flatMapIterable(some -> some);
    }
}
