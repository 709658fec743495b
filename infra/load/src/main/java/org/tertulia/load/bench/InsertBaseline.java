package org.tertulia.load.bench;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The least that so many durable posts can be with the same driver and the same PostgreSQL: the rows
 * of a message (log entry, message, outbox) inserted in batches of the size the suite's commits have,
 * one statement and one commit each. Nothing is asked, locked, published or delivered.
 */
final class InsertBaseline {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String INSERT =
            """
            WITH rows AS (
                SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[],
                    $6::text[], $7::text[])
                    AS r (chat_id, seq, message_id, sender_id, client_id, text, entry)
            ), stored AS (
                INSERT INTO messages
                SELECT chat_id, seq, message_id, sender_id, client_id, text, $8 FROM rows
            ), logged AS (
                INSERT INTO log SELECT chat_id, seq, entry::jsonb FROM rows
            )
            INSERT INTO outbox (topic, record_key, event_type, occurred_at, payload)
            SELECT 'message.events.v1', chat_id::text, 'org.tertulia.message.posted.v1', $8,
                entry::jsonb FROM rows
            """;

    private final ConnectionFactory database;
    private final List<Post> waitingPeople;
    private final String text;

    /** Somebody who posts: one message at a time, to a chat of their own. */
    private record Post(UUID chat, UUID sender, AtomicLong seq, AtomicLong sentAt) {}

    InsertBaseline(ConnectionFactory database, int senders, String text) {
        this.database = database;
        this.text = text;
        var people = new ArrayList<Post>();
        for (var i = 0; i < senders; i++) {
            people.add(
                    new Post(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            new AtomicLong(),
                            new AtomicLong()));
        }
        this.waitingPeople = Collections.unmodifiableList(people);
    }

    /**
     * Inserts for a while.
     *
     * @param batch how many rows a commit has
     * @param lanes how many commits may be under way at a time
     */
    Posts run(Duration length, int batch, int lanes) throws InterruptedException {
        var stopwatch = new Stopwatch(length);
        var waiting = new LinkedBlockingQueue<Post>();
        waitingPeople.forEach(it -> enqueue(waiting, it));
        var commits = new AtomicLong();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < lanes; i++) {
            threads.add(Thread.ofVirtual().start(() -> lane(waiting, batch, stopwatch, commits)));
        }
        for (var thread : threads) {
            thread.join();
        }
        return stopwatch.posts(stopwatch.count() / (double) Math.max(1, commits.get()));
    }

    private void lane(
            LinkedBlockingQueue<Post> waiting, int batch, Stopwatch stopwatch, AtomicLong commits) {
        var connection = Objects.requireNonNull(Mono.from(database.create()).block(LIMIT));
        try {
            work(connection, waiting, batch, stopwatch, commits);
        } finally {
            Mono.from(connection.close()).block(LIMIT);
        }
    }

    private void work(
            Connection connection,
            LinkedBlockingQueue<Post> waiting,
            int batch,
            Stopwatch stopwatch,
            AtomicLong commits) {
        var open = true;
        while (open) {
            var posts = take(waiting, batch);
            if (posts.isEmpty()) {
                return;
            }
            insert(connection, posts).block(LIMIT);
            commits.incrementAndGet();
            for (var post : posts) {
                open = stopwatch.answered(post.sentAt().get()) && open;
                enqueue(waiting, post);
            }
        }
    }

    private static void enqueue(LinkedBlockingQueue<Post> waiting, Post post) {
        post.sentAt().set(System.nanoTime());
        waiting.add(post);
    }

    private static List<Post> take(LinkedBlockingQueue<Post> waiting, int batch) {
        var posts = new ArrayList<Post>(batch);
        try {
            var first = waiting.poll(1, TimeUnit.SECONDS);
            if (first != null) {
                posts.add(first);
                waiting.drainTo(posts, batch - 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return posts;
    }

    private Mono<Void> insert(Connection connection, List<Post> posts) {
        var columns = new Columns(posts.size());
        for (var i = 0; i < posts.size(); i++) {
            columns.fill(i, posts.get(i), text);
        }
        var statement =
                connection
                        .createStatement(INSERT)
                        .bind("$1", columns.chats)
                        .bind("$2", columns.seqs)
                        .bind("$3", columns.messages)
                        .bind("$4", columns.senders)
                        .bind("$5", columns.clients)
                        .bind("$6", columns.texts)
                        .bind("$7", columns.entries)
                        .bind("$8", OffsetDateTime.now(ZoneOffset.UTC));
        return Flux.from(statement.execute()).flatMap(it -> it.getRowsUpdated()).then();
    }

    private static final class Columns {
        private static final String ENTRY =
                """
                {"type":"message.posted","chatId":"%s","seq":%d,"messageId":"%s","senderId":"%s",\
                "clientMessageId":"%s","text":"%s","postedAt":"2026-11-02T12:00:00.000Z"}\
                """;

        private final UUID[] chats;
        private final Long[] seqs;
        private final UUID[] messages;
        private final UUID[] senders;
        private final UUID[] clients;
        private final String[] texts;
        private final String[] entries;

        Columns(int size) {
            chats = new UUID[size];
            seqs = new Long[size];
            messages = new UUID[size];
            senders = new UUID[size];
            clients = new UUID[size];
            texts = new String[size];
            entries = new String[size];
        }

        void fill(int i, Post post, String text) {
            chats[i] = post.chat();
            seqs[i] = post.seq().incrementAndGet();
            messages[i] = UUID.randomUUID();
            senders[i] = post.sender();
            clients[i] = UUID.randomUUID();
            texts[i] = text;
            entries[i] =
                    ENTRY.formatted(chats[i], seqs[i], messages[i], senders[i], clients[i], text);
        }
    }
}
