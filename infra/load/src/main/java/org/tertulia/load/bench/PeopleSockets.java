package org.tertulia.load.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Gatherers;
import org.tertulia.load.client.ClientFrame;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.Person;

/** Sockets of people of the suite through the gateway, spread evenly over them. */
final class PeopleSockets {
    /** So many are opened before those that are open get a ping. */
    private static final int AT_A_TIME = 500;

    private static final long PING_AFTER = Duration.ofSeconds(15).toNanos();
    private static final long RENEW_AFTER = Duration.ofMinutes(2).toNanos();
    private static final int RENEWING_AT_ONCE = 16;

    private final Ears ears = new Ears();
    private final List<Person> people;
    private long pingedAt = System.nanoTime();
    private long renewedAt = System.nanoTime();

    private PeopleSockets(List<Person> people) {
        this.people = people;
    }

    /**
     * Opens them.
     *
     * @throws BenchFailure when one does not open
     */
    static PeopleSockets open(List<Person> people, int count) throws InterruptedException {
        var sockets = new PeopleSockets(people);
        try {
            for (var open = 0; open < count; open += AT_A_TIME) {
                sockets.openMore(Math.min(AT_A_TIME, count - open));
            }
            return sockets;
        } catch (InterruptedException | RuntimeException e) {
            sockets.close();
            throw e;
        }
    }

    private void openMore(int count) throws InterruptedException {
        var first = ears.sockets().size();
        var realtime = people.getFirst().api().realtime();
        ears.open(realtime, count, i -> Handshake.withHeader(owner(first + i).accessToken()));
        if (System.nanoTime() - pingedAt > PING_AFTER) {
            keepAlive();
        }
    }

    private Person owner(int number) {
        return people.get(number % people.size());
    }

    Ears ears() {
        return ears;
    }

    /** A ping each; and a new token when it is time, which is true then. */
    boolean keepAlive() {
        pingedAt = System.nanoTime();
        ears.sockets().forEach(it -> it.send(new ClientFrame.Ping()));
        if (pingedAt - renewedAt < RENEW_AFTER) {
            return false;
        }
        renewedAt = pingedAt;
        var tokens =
                people.stream()
                        .gather(Gatherers.mapConcurrent(RENEWING_AT_ONCE, Person::renew))
                        .map(ClientFrame.RefreshAuth::new)
                        .toList();
        for (var i = 0; i < ears.sockets().size(); i++) {
            ears.sockets().get(i).send(tokens.get(i % tokens.size()));
        }
        return true;
    }

    void close() {
        ears.close();
    }
}
