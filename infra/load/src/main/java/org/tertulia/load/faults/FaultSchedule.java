package org.tertulia.load.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.tertulia.load.faults.Fault.Cut;
import org.tertulia.load.faults.Fault.Kill;
import org.tertulia.load.faults.Fault.Pause;
import org.tertulia.load.faults.door.CutKind;

/**
 * Which faults come when, in rounds: those of one round fall into each other, and after it everything
 * must recover. Kills, pauses and cuts come in turn, and of each kind every part and door comes once
 * before one comes again. The same seed gives the same schedule.
 */
final class FaultSchedule {
    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 3_000;
    private static final int LONGEST_GAP_MILLIS = 1_200;

    private final FaultOptions options;
    private final Random random;
    private final Deck<String> kills;
    private final Deck<String> pauses;
    private final Deck<Function<Duration, Fault>> cuts;

    /**
     * A fault and when it comes.
     *
     * @param gap after the one before
     */
    record Injection(Duration gap, Fault fault) {}

    private FaultSchedule(FaultOptions options, List<String> parts, List<String> doors) {
        this.options = options;
        this.random = new Random(options.seed());
        this.kills = new Deck<>(parts, random);
        this.pauses = new Deck<>(parts, random);
        this.cuts = new Deck<>(cuts(doors), random);
    }

    /** The rounds, with so many faults altogether. */
    static List<List<Injection>> of(FaultOptions options, List<String> parts, List<String> doors) {
        return new FaultSchedule(options, parts, doors).rounds(options.faults());
    }

    private static List<Function<Duration, Fault>> cuts(List<String> doors) {
        var cuts = new ArrayList<Function<Duration, Fault>>();
        for (var door : doors) {
            Arrays.stream(CutKind.values())
                    .forEach(kind -> cuts.add(length -> new Cut(door, kind, kind.takes(length))));
        }
        return cuts;
    }

    private List<List<Injection>> rounds(int count) {
        var rounds = new ArrayList<List<Injection>>();
        for (var made = 0; made < count; made += rounds.getLast().size()) {
            var size = random.nextInt(options.rounds().smallest(), options.rounds().largest() + 1);
            rounds.add(round(made, Math.min(size, count - made)));
        }
        return rounds;
    }

    private List<Injection> round(int made, int size) {
        var faults = new ArrayList<Fault>();
        for (var i = made; i < made + size; i++) {
            faults.add(fault(i));
        }
        Collections.shuffle(faults, random);
        return faults.stream().map(it -> new Injection(millis(0, LONGEST_GAP_MILLIS), it)).toList();
    }

    private Fault fault(int index) {
        return switch (index % 3) {
            case 0 -> new Kill(kills.draw());
            case 1 -> new Pause(pauses.draw(), length());
            default -> cuts.draw().apply(length());
        };
    }

    private Duration length() {
        return millis(SHORTEST_MILLIS, LONGEST_MILLIS);
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(random.nextInt(least, most + 1));
    }

    /** Cards that are drawn in random order, and shuffled again when all are. */
    private static final class Deck<T> {
        private final List<T> cards;
        private final Random random;
        private int next;

        Deck(List<T> cards, Random random) {
            this.cards = new ArrayList<>(cards);
            this.random = random;
            this.next = cards.size();
        }

        T draw() {
            if (next == cards.size()) {
                Collections.shuffle(cards, random);
                next = 0;
            }
            return cards.get(next++);
        }
    }
}
