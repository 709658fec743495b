package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.FixedIds;

class EntryRunsTest {

    private static final ChatId CHAT = new ChatId(FixedIds.id(1));
    private static final ChatId OTHER = new ChatId(FixedIds.id(2));

    private final EntryRuns runs = new EntryRuns();

    @Test
    void entriesThatFollowEachOtherShouldBeOneRun() {
        runs.add(entry(CHAT, 5, "five"), false);
        runs.add(entry(OTHER, 9, "nine"), true);
        runs.add(entry(CHAT, 6, "six"), false);

        var taken = runs.take();
        assertThat(taken.keySet()).containsExactly(CHAT, OTHER);
        assertThat(texts(taken.get(CHAT), 4)).containsExactly("five", "six");
        assertThat(texts(taken.get(CHAT), 5)).containsExactly("six");
        assertThat(texts(taken.get(OTHER), 8)).containsExactly("nine");
        assertThat(runs.take()).isEmpty();
    }

    @Test
    void aGapShouldBeginAnother() {
        runs.add(entry(CHAT, 5, "five"), true);
        runs.add(entry(CHAT, 7, "seven"), true);
        runs.add(entry(CHAT, 8, "eight"), true);
        runs.add(entry(CHAT, 4, "four"), true);

        assertThat(runs.take().get(CHAT))
                .extracting(EntryRun::first, EntryRun::last)
                .containsExactly(tuple(5L, 5L), tuple(7L, 8L), tuple(4L, 4L));
    }

    @Test
    void aCopyShouldOnlySayThatTheTopicHasIt() {
        runs.add(entry(CHAT, 5, "five"), false);
        runs.add(entry(CHAT, 6, "six"), false);
        runs.add(entry(CHAT, 5, "five"), true);

        var run = runs.take().get(CHAT);
        assertThat(texts(run, 4)).containsExactly("five", "six");
        assertThat(run.getFirst().announced()).isEqualTo(5);
    }

    @Test
    void aRunShouldFitIntoTheBufferOfASocket() {
        runs.add(entry(CHAT, 1, "x".repeat(40_000)), true);
        runs.add(entry(CHAT, 2, "x".repeat(40_000)), true);
        runs.add(entry(CHAT, 3, "x".repeat(20_000)), true);

        assertThat(runs.take().get(CHAT)).extracting(EntryRun::last).containsExactly(1L, 3L);
    }

    private static List<String> texts(List<EntryRun> of, long after) {
        return of.getFirst().textsAfter(after).stream()
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .toList();
    }

    private static LiveEntry entry(ChatId chat, long seq, String text) {
        var frame = text.getBytes(StandardCharsets.UTF_8);
        return new LiveEntry(chat, seq, frame, List.of(), null, false);
    }
}
