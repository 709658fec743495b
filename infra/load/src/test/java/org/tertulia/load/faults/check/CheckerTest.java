package org.tertulia.load.faults.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.load.faults.check.Histories.ANA;
import static org.tertulia.load.faults.check.Histories.BETO;
import static org.tertulia.load.faults.check.Histories.CARMEN;
import static org.tertulia.load.faults.check.Histories.CHAT;
import static org.tertulia.load.faults.check.Histories.acked;
import static org.tertulia.load.faults.check.Histories.defined;
import static org.tertulia.load.faults.check.Histories.dropped;
import static org.tertulia.load.faults.check.Histories.joined;
import static org.tertulia.load.faults.check.Histories.opened;
import static org.tertulia.load.faults.check.Histories.posted;
import static org.tertulia.load.faults.check.Histories.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.load.client.MessageView;

/** The check must fail where it should: each history has one thing wrong with it. */
class CheckerTest {
    private static final String CLAIMS = "what was acked is in the log, where the ack said";
    private static final String ONCE = "nothing is in a log twice";
    private static final String GAPLESS = "every log is numbered 1, 2, 3 …";
    private static final String SAME = "every reader has the same log";
    private static final String STATE = "state reduced from the log equals state fetched afresh";
    private static final String UNREAD = "unread counts equal a recount from the log";
    private static final String MARKERS = "no acked read marker goes back";
    private static final String MEMBERS = "nobody gets entries of a chat they are not in";
    private static final String TOPIC = "every entry is published, in the order of its log";
    private static final String ORDER =
            "entries come once and in order, and nothing is refused without a reason";

    private final Histories history = Histories.good();

    @Test
    void aGoodHistoryShouldPass() {
        assertThat(history.check()).isEmpty();
    }

    @Test
    void anAckedMessageThatIsNotInTheLogShouldBeALostOne() {
        history.claims.add(acked(9, ANA));

        assertBroken(CLAIMS, "acked as 9 is lost");
    }

    @Test
    void anAckedMessageInAnotherPlaceShouldBeTold() {
        history.claims.add(new Posted(CHAT, ANA, new UUID(4, 7), "message 7", 6));

        assertBroken(CLAIMS, "acked as 6 is 7");
    }

    @Test
    void anAckedMessageWithAnotherTextShouldBeTold() {
        history.claims.add(new Posted(CHAT, ANA, new UUID(4, 7), "something else", 7));

        assertBroken(CLAIMS, "has another text");
    }

    @Test
    void aJoiningThatIsNotInTheLogShouldBeTold() {
        history.claims.add(new Moved(CHAT, CARMEN, true, 3));

        assertBroken(CLAIMS, "joining of %s (move 3) is not in the log".formatted(CARMEN));
    }

    @Test
    void aMessageThatIsThereTwiceShouldBeTold() {
        var twice = List.of(opened(1, ANA, BETO), posted(2, ANA), posted(3, ANA, 2));
        history.claims.clear();
        history.logAndReaders(new ArrayList<>(twice));
        clearCounts();

        assertBroken(ONCE, "is there 2 times: [2, 3]");
    }

    @Test
    void somebodyWhoJoinsTwiceShouldBeTold() {
        var twice = List.of(opened(1, ANA, BETO), joined(2, CARMEN), joined(3, CARMEN));
        history.claims.clear();
        history.logAndReaders(new ArrayList<>(twice));
        clearCounts();

        assertBroken(ONCE, "entry 3, of somebody who was so already");
    }

    @Test
    void anEmojiThatIsDroppedTwiceShouldBeTold() {
        var twice =
                List.of(
                        opened(1, ANA, BETO),
                        defined(2, "cafe"),
                        defined(3, "cafe"),
                        dropped(4, "cafe"),
                        defined(5, "te"),
                        dropped(6, "cafe"));
        history.claims.clear();
        history.logAndReaders(new ArrayList<>(twice));
        clearCounts();

        assertBroken(ONCE, "entry 6, of an emoji that is not there");
    }

    @Test
    void aGapShouldBeTold() {
        var gap = List.of(opened(1, ANA, BETO), posted(3, ANA));
        history.claims.clear();
        history.logAndReaders(new ArrayList<>(gap));
        clearCounts();

        assertBroken(GAPLESS, "entry 3 is where 2 should be");
    }

    @Test
    void readersWithAnotherOrderShouldBeTold() {
        history.had.get(ANA).set(1, posted(2, BETO, 3));
        history.had.get(ANA).set(2, posted(3, ANA, 2));

        assertBroken(SAME, "ana has another entry 2");
    }

    @Test
    void aReaderWithoutTheEndOfTheLogShouldBeTold() {
        history.had.get(ANA).removeLast();

        assertBroken(SAME, "ana has 6 of 7 entries");
    }

    @Test
    void aReaderWithMoreThanTheLogShouldBeTold() {
        history.had.get(ANA).add(posted(8, BETO));

        assertBroken(SAME, "ana has 8 of 7 entries");
    }

    @Test
    void aHistoryWithoutAMessageOfTheLogShouldBeTold() {
        fetch(Set.of(ANA, BETO), 2, 3, 5);

        assertBroken(STATE, "message 4 is");
    }

    @Test
    void membersThatDifferFromTheLogShouldBeTold() {
        fetch(Set.of(ANA, BETO, CARMEN), 2, 3, 5, 7);

        assertBroken(STATE, "members are");
    }

    @Test
    void aWrongUnreadCountShouldBeTold() {
        history.present.set(0, new Counted(BETO, CHAT, 7, 3, 3));

        assertBroken(UNREAD, "where the log has 2");
    }

    @Test
    void aWrongUnreadCountOfEarlierShouldBeTold() {
        history.counted.add(new Counted(BETO, CHAT, 6, 2, 2));

        assertBroken(UNREAD, "where the log has 1");
    }

    @Test
    void unreadMessagesShouldBeCountedUpToAThousand() {
        var many = new ArrayList<LogEntry>();
        many.add(opened(1, ANA, BETO));
        for (var seq = 2; seq <= 1502; seq++) {
            many.add(posted(seq, ANA));
        }
        history.claims.clear();
        history.logAndReaders(many);
        clearCounts();
        history.present.add(new Counted(BETO, CHAT, 1502, 1, 1000));

        assertThat(history.check()).isEmpty();
    }

    @Test
    void aReadMarkerThatWentBackShouldBeTold() {
        history.marks.add(new ReadUpTo(BETO, CHAT, 5));

        assertBroken(MARKERS, "where 5 was acked");
    }

    @Test
    void anEntryOfAChatThatOneLeftShouldBeTold() {
        history.receive(CARMEN, posted(7, ANA), 200);

        assertBroken(MEMBERS, "carmen got entry 7");
    }

    @Test
    void anEntryBeforeOneAskedToBeLetInAgainShouldBeTold() {
        history.log.add(joined(8, CARMEN));
        everybodyHas();
        history.claims.add(new Moved(CHAT, CARMEN, true, 3));
        history.joins.add(new JoinAsked(CARMEN, CHAT, 300));
        history.receive(CARMEN, posted(7, ANA), 299);
        clearCounts();

        assertBroken(MEMBERS, "carmen got entry 7");
    }

    @Test
    void theWholeLogShouldBeForWhoHasAskedToBeLetInAgain() {
        history.log.add(joined(8, CARMEN));
        everybodyHas();
        history.joins.add(new JoinAsked(CARMEN, CHAT, 300));
        history.receive(CARMEN, posted(7, ANA), 301);
        clearCounts();

        assertThat(history.check()).isEmpty();
    }

    @Test
    void anEntryForAStrangerShouldBeTold() {
        var stranger = new UUID(2, 9);
        history.had.put(stranger, new ArrayList<>());
        history.receive(stranger, posted(2, ANA), 100);

        assertBroken(MEMBERS, "got entry 2");
    }

    @Test
    void whatClientsFindWrongShouldBeTold() {
        history.complaints.put(ANA, List.of("entry 7 came when 6 was next"));

        assertBroken(ORDER, "ana: entry 7 came when 6 was next");
    }

    @Test
    void anEntryThatWasNotPublishedShouldBeTold() {
        history.published.removeLast();

        assertBroken(TOPIC, "where entry 7 should be published is nothing");
    }

    @Test
    void entriesPublishedInAnotherOrderShouldBeTold() {
        history.published.add(1, history.published.remove(2));

        assertBroken(TOPIC, "where entry 2 should be published is");
    }

    @Test
    void entriesPublishedAgainShouldBeFine() {
        history.published.addAll(4, List.copyOf(history.published.subList(1, 4)));

        assertThat(history.check()).isEmpty();
    }

    private void everybodyHas() {
        history.published = new ArrayList<>(history.log);
        history.had.replaceAll((who, old) -> new ArrayList<>(history.log));
    }

    private void clearCounts() {
        history.marks.clear();
        history.counted.clear();
        history.present.clear();
        history.fetched.clear();
    }

    private void fetch(Set<UUID> members, long... seqs) {
        var messages = new ArrayList<MessageView>();
        for (var seq : seqs) {
            messages.add(view(seq, seq == 3 ? BETO : ANA));
        }
        history.fetched.set(0, new Fetched(BETO, CHAT, messages, members));
    }

    private void assertBroken(String invariant, String violation) {
        assertThat(history.check()).containsOnlyKeys(invariant);
        assertThat(history.check().get(invariant))
                .anySatisfy(it -> assertThat(it).contains(violation));
    }
}
