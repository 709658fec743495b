package org.tertulia.load.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tertulia.load.client.Person;

/**
 * People in private chats, two by two, who post over WebSockets through the gateway, each the next
 * message when the one before is acknowledged.
 */
final class SuitePosts {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final Databases databases;
    private final List<Sender> senders = new ArrayList<>();

    private SuitePosts(Databases databases) {
        this.databases = databases;
    }

    /** Gives the people chats and connects them; an odd last one is left out. */
    static SuitePosts open(Databases databases, List<Person> people, String text) {
        var posts = new SuitePosts(databases);
        for (var i = 0; i + 1 < people.size(); i += 2) {
            var chat = people.get(i).chats().privateWith(people.get(i + 1)).id();
            posts.senders.add(new Sender(people.get(i), chat, text));
            posts.senders.add(new Sender(people.get(i + 1), chat, text));
        }
        return posts;
    }

    /**
     * Posts for a while.
     *
     * @throws BenchFailure when a message is refused or a connection breaks
     */
    Posts run(Duration length) throws InterruptedException {
        var start = Instant.now();
        var stopwatch = new Stopwatch(length);
        senders.forEach(it -> it.start(stopwatch));
        Thread.sleep(length.plus(ANSWERS_WITHIN));
        var trouble =
                senders.stream()
                        .map(Sender::trouble)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (!trouble.isEmpty()) {
            throw new BenchFailure("Posting did not go well: " + trouble);
        }
        var commits = databases.commitsSince(start);
        return stopwatch.posts(commits == 0 ? 0 : stopwatch.count() / (double) commits);
    }

    void keepAlive() {
        senders.forEach(Sender::ping);
    }

    void close() {
        senders.forEach(Sender::close);
    }
}
