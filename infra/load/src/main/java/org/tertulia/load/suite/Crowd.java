package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.Backoff;
import org.tertulia.load.client.LiveClient;
import org.tertulia.load.client.Person;

/**
 * Many in one group: readers who follow it from its first entry, at the gateway and at two instances
 * of message-service, and senders spread over the same doors.
 */
final class Crowd implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final UUID chat;
    private final Person owner;
    private final List<LiveClient> readers = new ArrayList<>();
    private final List<LiveClient> senders = new ArrayList<>();

    private Crowd(Person owner, UUID chat) {
        this.owner = owner;
        this.chat = chat;
    }

    /**
     * Gathers people and waits until all are connected and know the group.
     *
     * @param doors where readers and senders connect, in turn
     */
    static Crowd gather(Suite suite, List<Api> doors, int readers, int senders) {
        var owner = suite.person("anfitriona");
        var reading = suite.people("lector", readers);
        var writing = suite.people("autor", senders);
        var all = new ArrayList<>(reading);
        all.addAll(writing);
        var crowd = new Crowd(owner, owner.chats().group("Gentío", all).id());
        connect(reading, doors, crowd.readers);
        connect(writing, doors, crowd.senders);
        crowd.clients().forEach(it -> it.awaitHello(LIMIT));
        crowd.clients().forEach(it -> it.state().awaitPosition(crowd.chat, 0, LIMIT));
        crowd.readers.forEach(it -> it.follow(crowd.chat, 0));
        return crowd;
    }

    private static void connect(List<Person> people, List<Api> doors, List<LiveClient> clients) {
        for (var i = 0; i < people.size(); i++) {
            var door = doors.get(i % doors.size());
            clients.add(
                    LiveClient.start(people.get(i).through(door), door.realtime(), Backoff.EAGER));
        }
    }

    UUID chat() {
        return chat;
    }

    Person owner() {
        return owner;
    }

    List<LiveClient> senders() {
        return senders;
    }

    List<LiveClient> readers() {
        return readers;
    }

    private List<LiveClient> clients() {
        var all = new ArrayList<>(readers);
        all.addAll(senders);
        return all;
    }

    /** The chat's log as it is now, read anew. */
    List<LogEntry> log() {
        return owner.chats().log(chat, 0);
    }

    /**
     * Asserts that every acknowledged message is in the log exactly once, where its ack said.
     *
     * @param acked the seq by client message id
     */
    static void assertEachOnce(List<LogEntry> log, Map<UUID, Long> acked) {
        var seqs = new HashMap<UUID, List<Long>>();
        for (var entry : log) {
            if (entry instanceof MessagePosted posted) {
                seqs.computeIfAbsent(posted.clientMessageId(), id -> new ArrayList<>())
                        .add(posted.seq());
            }
        }
        var once = new HashMap<UUID, List<Long>>();
        acked.forEach((id, seq) -> once.put(id, List.of(seq)));
        assertThat(seqs).isEqualTo(once);
    }

    /** Asserts that the log is 1, 2, 3 … and that every reader has it whole, without a complaint. */
    void assertAllReadersHave(List<LogEntry> log, Duration limit) {
        assertThat(log).isNotEmpty();
        for (var i = 0; i < log.size(); i++) {
            assertThat(log.get(i).seq()).isEqualTo(i + 1);
        }
        for (var reader : readers) {
            reader.state().awaitPosition(chat, log.size(), limit);
            var replica = reader.state().replica(chat).orElseThrow();
            assertThat(reader.state().violations()).as(reader.person().handle()).isEmpty();
            assertThat(replica.start()).isZero();
            assertThat(replica.entries()).as(reader.person().handle()).isEqualTo(log);
        }
    }

    @Override
    public void close() {
        clients().forEach(LiveClient::close);
    }
}
