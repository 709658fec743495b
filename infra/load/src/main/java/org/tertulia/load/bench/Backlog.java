package org.tertulia.load.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.LiveClient;
import org.tertulia.load.client.Person;

/**
 * Chats in which somebody has missed a lot.
 *
 * @param lastSeqs where each chat stands
 */
record Backlog(Map<UUID, Long> lastSeqs) {
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(30);
    private static final int SAID_WITHIN_SECONDS = 120;

    private static final List<String> WORDS =
            List.of(
                    "mañana",
                    "the",
                    "reunión",
                    "about",
                    "por",
                    "invoice",
                    "cuando",
                    "please",
                    "la",
                    "house",
                    "verde",
                    "nobody",
                    "camino",
                    "answered",
                    "tarde",
                    "window",
                    "luego",
                    "yesterday",
                    "quizá",
                    "train",
                    "lluvia",
                    "perhaps",
                    "café",
                    "letters",
                    "otra",
                    "mountain",
                    "vez",
                    "music",
                    "dime",
                    "seven",
                    "libros",
                    "together",
                    "nunca");

    /**
     * How much there is to be.
     *
     * @param chats how many groups with the reader, each of one writer
     * @param missed how many messages in each
     * @param textLength how long each is, in characters
     */
    record Size(int chats, int missed, int textLength) {}

    /**
     * Has the writers say it over WebSockets through the gateway, all at once.
     *
     * @param chatService where chats are made: at the service, since the gateway would count them
     * @throws BenchFailure when it can not all be said
     */
    static Backlog create(List<Person> writers, Person reader, Api chatService, Size size)
            throws InterruptedException {
        var tasks = new ArrayList<Future<Map<UUID, Long>>>();
        var lastSeqs = new HashMap<UUID, Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < writers.size(); i++) {
                var writer = writers.get(i);
                var chats = (size.chats() + i) / writers.size();
                tasks.add(
                        threads.submit(
                                () -> {
                                    var made = make(writer.through(chatService), reader, chats);
                                    return say(writer, made, size);
                                }));
            }
            for (var task : tasks) {
                lastSeqs.putAll(task.get());
            }
        } catch (ExecutionException e) {
            throw new BenchFailure("Not everything could be said: " + e.getCause());
        }
        return new Backlog(Map.copyOf(lastSeqs));
    }

    private static List<UUID> make(Person writer, Person reader, int chats) {
        return IntStream.range(0, chats)
                .mapToObj(i -> writer.chats().group("Bench", List.of(reader)).id())
                .toList();
    }

    private static Map<UUID, Long> say(Person writer, List<UUID> chats, Size size)
            throws InterruptedException, ExecutionException, TimeoutException {
        var lastSeqs = new HashMap<UUID, Long>();
        var words = new Random(writer.id().getLeastSignificantBits());
        try (var voice = LiveClient.start(writer).awaitHello(HELLO_WITHIN)) {
            for (var chat : chats) {
                var said =
                        IntStream.range(0, size.missed())
                                .mapToObj(i -> voice.send(chat, text(words, size.textLength())))
                                .toList();
                for (var acked : said) {
                    var seq = acked.get(SAID_WITHIN_SECONDS, TimeUnit.SECONDS).seq();
                    lastSeqs.merge(chat, seq, Math::max);
                }
            }
        }
        return lastSeqs;
    }

    private static String text(Random words, int length) {
        var text =
                IntStream.range(0, length)
                        .mapToObj(i -> WORDS.get(words.nextInt(WORDS.size())))
                        .collect(Collectors.joining(" "));
        return text.substring(0, length).strip();
    }

    /** How many entries there are after a seq, in all of them. */
    long entries(long after) {
        return lastSeqs.values().stream().mapToLong(last -> last - after).sum();
    }
}
