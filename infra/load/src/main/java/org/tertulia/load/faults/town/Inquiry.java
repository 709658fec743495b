package org.tertulia.load.faults.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.load.client.Json;
import org.tertulia.load.client.Patience;
import org.tertulia.load.client.UnexpectedAnswer;
import org.tertulia.load.client.Unreachable;
import org.tertulia.load.faults.check.ChatLog;
import org.tertulia.load.faults.check.Counted;
import org.tertulia.load.faults.check.Evidence;
import org.tertulia.load.faults.check.Fetched;
import org.tertulia.load.home.Kcat;

/**
 * Gathers what the check needs, at a moment when nothing is under way. Reads each log on from where it
 * had come the last time.
 */
public final class Inquiry {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final String TOPIC = "message.events.v1";

    private final Town town;
    private final @Nullable Kcat kcat;
    private final Map<UUID, List<LogEntry>> entries = new HashMap<>();

    /**
     * An inquiry that has read nothing yet.
     *
     * @param kcat reads the topic; null where that can not be
     */
    public Inquiry(Town town, @Nullable Kcat kcat) {
        this.town = town;
        this.kcat = kcat;
    }

    /**
     * Reads on, until everything promised that comes late is in the logs and every client has come to
     * their ends.
     *
     * @param deadline by {@link System#nanoTime}; what is missing by then is for the check to tell
     */
    public void follow(long deadline) {
        while (true) {
            town.keepers().forEach((chat, keeper) -> readOn(chat, keeper, deadline));
            var logs = logs();
            if ((isComplete(logs) && haveAll(logs)) || System.nanoTime() - deadline > 0) {
                return;
            }
            Patience.rest(PAUSE);
        }
    }

    private void readOn(UUID chat, Actor keeper, long deadline) {
        var known = entries.computeIfAbsent(chat, it -> new ArrayList<>());
        var after = known.isEmpty() ? 0 : known.getLast().seq();
        known.addAll(patiently(() -> keeper.person().chats().log(chat, after), deadline));
    }

    private boolean isComplete(Map<UUID, ChatLog> logs) {
        return town.journal().claims().stream()
                .filter(it -> it.isEventual())
                .noneMatch(it -> it.brokenBy(log(logs, it.chatId())).isPresent());
    }

    private boolean haveAll(Map<UUID, ChatLog> logs) {
        return town.ears().stream()
                .allMatch(
                        ear ->
                                logs.values().stream()
                                        .filter(log -> log.isMember(ear.userId()))
                                        .allMatch(log -> has(ear, log)));
    }

    private static boolean has(Ear ear, ChatLog log) {
        return ear.live().state().position(log.chatId()) >= log.lastSeq();
    }

    private static ChatLog log(Map<UUID, ChatLog> logs, UUID chat) {
        return logs.getOrDefault(chat, new ChatLog(chat, List.of()));
    }

    private Map<UUID, ChatLog> logs() {
        var logs = new HashMap<UUID, ChatLog>();
        entries.forEach((chat, known) -> logs.put(chat, new ChatLog(chat, known)));
        return logs;
    }

    /**
     * All that is known.
     *
     * @param whole whether the chats' state is fetched afresh as well
     */
    public Evidence gather(boolean whole, long deadline) {
        var logs = logs();
        var journal = town.journal();
        var present = town.actors().stream().flatMap(it -> conversations(it, deadline)).toList();
        var fetched =
                whole
                        ? town.actors().stream().flatMap(it -> fetch(it, logs, deadline)).toList()
                        : List.<Fetched>of();
        return new Evidence(
                logs,
                town.ears().stream().map(it -> it.reader(logs.keySet())).toList(),
                journal.claims(),
                journal.marks(),
                journal.joins(),
                journal.counted(),
                present,
                fetched,
                whole ? published(logs, deadline) : null);
    }

    /** What is on the topic, once there is as much as in the logs or the time is up. */
    private @Nullable List<LogEntry> published(Map<UUID, ChatLog> logs, long deadline) {
        if (kcat == null) {
            return null;
        }
        while (true) {
            var published = published(kcat);
            var distinct = published.stream().map(it -> it.chatId() + " " + it.seq()).distinct();
            var wanted = logs.values().stream().mapToLong(ChatLog::lastSeq).sum();
            if (distinct.count() >= wanted || System.nanoTime() - deadline > 0) {
                return published;
            }
            Patience.rest(PAUSE);
        }
    }

    private List<LogEntry> published(Kcat reader) {
        try (var lines = reader.read(TOPIC, "-o", "beginning", "-e", "-f", "%s\\n").lines()) {
            return lines.map(it -> Json.read(it, LogEntry.class))
                    .filter(it -> entries.containsKey(it.chatId()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + TOPIC, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Counted> conversations(Actor actor, long deadline) {
        return patiently(() -> actor.person().chats().conversations(), deadline).stream()
                .map(it -> Counted.of(actor.person().id(), it));
    }

    private static Stream<Fetched> fetch(Actor actor, Map<UUID, ChatLog> logs, long deadline) {
        var person = actor.person();
        return logs.values().stream()
                .filter(it -> it.isMember(person.id()))
                .map(ChatLog::chatId)
                .map(
                        chat ->
                                new Fetched(
                                        person.id(),
                                        chat,
                                        patiently(
                                                () -> person.chats().wholeHistory(chat), deadline),
                                        patiently(() -> person.chats().memberIds(chat), deadline)));
    }

    /** Reading may be tried again at will. */
    private static <T> T patiently(Supplier<T> reading, long deadline) {
        while (true) {
            try {
                return reading.get();
            } catch (Unreachable e) {
                restBefore(deadline, e);
            } catch (UnexpectedAnswer e) {
                if (!e.answer().isTransient()) {
                    throw e;
                }
                restBefore(deadline, e);
            }
        }
    }

    private static void restBefore(long deadline, RuntimeException e) {
        if (System.nanoTime() - deadline > 0) {
            throw e;
        }
        Patience.rest(PAUSE);
    }
}
