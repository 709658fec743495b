package org.tertulia.sample.remarks;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.starter.kafka.EventSieve;
import org.tertulia.starter.kafka.ReceivedEvent;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/** Remarks of which some matter, and what gets in the way of them: the text says so. */
@Component
public class Remarks implements EventSieve<LogEntry> {

    /** With this the text of every remark begins. */
    public static final String REMARK = "remark";

    /** With this one that matters. */
    public static final String MATTERS = REMARK + " that matters";

    /** With this one that can never be handled. */
    public static final String POISON = MATTERS + " but is poison";

    /** With this one that fails once, after which what is needed is away for {@link #AWAY_AFTER_A_FAULT} tries. */
    public static final String DISTURBING = MATTERS + " and disturbs";

    /** More tries than an event has that is at fault. */
    public static final int AWAY_AFTER_A_FAULT = 5;

    /** With this one that can never be sifted. */
    public static final String UNSIFTABLE = REMARK + " that blocks the sieve";

    /** What is handled of a deletion. */
    public static final String DELETION = "deletion";

    private final List<Handled> handled = new CopyOnWriteArrayList<>();
    private final List<Integer> stretches = new CopyOnWriteArrayList<>();
    private final Set<String> disturbed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger away = new AtomicInteger();

    private record Handled(UUID board, String text) {}

    @Override
    public boolean takes(LogEntry entry) {
        return entry instanceof MessagePosted;
    }

    @Override
    public Mono<Set<Integer>> sift(List<ReceivedEvent<LogEntry>> stretch) {
        return Mono.fromSupplier(
                () -> mattering(stretch.stream().map(it -> text(it.event())).toList()));
    }

    private Set<Integer> mattering(List<String> texts) {
        beThere();
        if (texts.stream().anyMatch(it -> it.startsWith(UNSIFTABLE))) {
            throw new IllegalStateException("cannot sift it");
        }
        stretches.add(texts.size());
        return IntStream.range(0, texts.size())
                .filter(n -> texts.get(n).startsWith(MATTERS))
                .boxed()
                .collect(Collectors.toSet());
    }

    Mono<Void> handle(ReceivedEvent<LogEntry> received) {
        return Mono.fromRunnable(() -> handle(received.event()));
    }

    private void handle(LogEntry entry) {
        beThere();
        var text = text(entry);
        if (text.startsWith(POISON)) {
            throw new IllegalStateException("cannot digest it");
        }
        if (text.startsWith(DISTURBING) && disturbed.add(text)) {
            helperIsAwayFor(AWAY_AFTER_A_FAULT);
            throw new IllegalStateException("disturbed");
        }
        handled.add(new Handled(entry.chatId(), text));
    }

    private static String text(LogEntry entry) {
        return entry instanceof MessagePosted posted ? posted.text() : DELETION;
    }

    private void beThere() {
        if (away.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new ProblemException(ProblemTypes.SERVICE_UNAVAILABLE, "The helper is away.");
        }
    }

    /** Makes the next tries find away what both sieve and handler need. */
    public void helperIsAwayFor(int tries) {
        away.set(tries);
    }

    /** How many tries are still going to find it away. */
    public int awayFor() {
        return away.get();
    }

    /** What of this board was handled, in order. */
    public List<String> handled(UUID board) {
        return handled.stream().filter(it -> it.board().equals(board)).map(Handled::text).toList();
    }

    /** How many remarks each stretch had. */
    public List<Integer> stretches() {
        return List.copyOf(stretches);
    }
}
