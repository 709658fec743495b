package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.FixedIds;

class ChatFollowersTest {

    private static final ChatId CHAT = new ChatId(FixedIds.id(1));

    private final ChatFollowers followers = new ChatFollowers();

    @Test
    void allShouldShareTheBytesOfARun() {
        var ana = follower(4);
        var bruno = follower(4);

        hand(false, 5, 6);

        assertThat(ana.got).containsExactly("5-6");
        assertThat(bruno.got).containsExactly("5-6");
        assertThat(ana.wires.getFirst().unwrap()).isSameAs(bruno.wires.getFirst().unwrap());
        ana.wires.getFirst().release();
        assertThat(bruno.wires.getFirst().refCnt()).isOne();
        bruno.wires.getFirst().release();
        assertThat(bruno.wires.getFirst().refCnt()).isZero();
    }

    @Test
    void aCopyShouldGoToNobodyWhenAllHaveIt() {
        var ana = follower(4);
        hand(false, 5);

        hand(true, 5);

        assertThat(ana.asked).isOne();
    }

    @Test
    void aCopyShouldGoToThoseWhoCouldNotUseTheFirst() {
        var behind = follower(3);
        hand(false, 5);
        assertThat(behind.got).isEmpty();

        hand(true, 4);
        hand(true, 5);

        assertThat(behind.got).containsExactly("4-4", "5-5");
    }

    @Test
    void aCopyShouldGoToThoseWhoHaveComeSince() {
        follower(4);
        hand(false, 5);
        var late = follower(4);

        hand(true, 5);

        assertThat(late.got).containsExactly("5-5");
    }

    @Test
    void aCopyShouldGoToAllAfterAnEntryThatChangesMembers() {
        var ana = follower(4);
        hand(false, 5);

        followers.hand(entry(6));
        hand(true, 5);

        assertThat(ana.asked).isEqualTo(2);
    }

    @Test
    void whoIsTakenOutShouldGetNothing() {
        var ana = follower(4);
        var bruno = follower(4);
        assertThat(followers.remove(ana.cursor)).isFalse();

        hand(true, 5);

        assertThat(ana.got).isEmpty();
        assertThat(followers.remove(bruno.cursor)).isTrue();
    }

    @Test
    void whoHasEndedShouldBeToldNothingBeforeTheyAreTakenOut() {
        var ana = follower(4);
        var bruno = follower(4);
        ana.ended = true;

        hand(true, 5);
        followers.hand(entry(6));
        followers.forEach((cursor, follower) -> assertThat(follower).isSameAs(bruno));

        assertThat(ana.asked).isZero();
        assertThat(ana.cursor.sent()).isEqualTo(4);
        assertThat(bruno.cursor.sent()).isEqualTo(6);
    }

    @Test
    void onlyThoseWhoReadShouldBeReaders() {
        var ana = follower(4);
        var bruno = follower(4);
        follower(4);
        followers.read(ana.cursor, new Reader("ana"));
        followers.read(bruno.cursor, new Reader("bruno"));
        followers.read(new ChatCursor(CHAT), new Reader("nobody who follows"));
        assertThat(readers()).containsExactly("ana", "bruno");

        bruno.ended = true;
        assertThat(readers()).containsExactly("ana");
        followers.unread(ana.cursor);
        assertThat(followers.hasReaders()).isTrue();
        followers.remove(bruno.cursor);
        assertThat(followers.hasReaders()).isFalse();
    }

    private List<String> readers() {
        var names = new ArrayList<String>();
        followers.forEachReader(reader -> names.add(((Reader) reader).name));
        return names;
    }

    private record Reader(String name) implements ChatReader {

        @Override
        public void onTranslation(ShardSignal.Translation translation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void answer(ShardSignal.Polled polled) {
            throw new UnsupportedOperationException();
        }
    }

    private Follower follower(long sent) {
        var follower = new Follower(sent);
        followers.add(follower.cursor, follower);
        return follower;
    }

    private void hand(boolean announced, long... seqs) {
        var runs = new EntryRuns();
        for (var seq : seqs) {
            runs.add(entry(seq), announced);
        }
        runs.take().get(CHAT).forEach(followers::hand);
    }

    private static LiveEntry entry(long seq) {
        var frame = Long.toString(seq).getBytes(StandardCharsets.UTF_8);
        return new LiveEntry(CHAT, seq, frame, List.of(), null, false);
    }

    /** Takes what is next, and keeps what it took. */
    private static final class Follower implements ChatFollower {

        private final ChatCursor cursor = new ChatCursor(CHAT);
        private final List<String> got = new ArrayList<>();
        private final List<ByteBuf> wires = new ArrayList<>();
        private int asked;
        private boolean ended;

        Follower(long sent) {
            cursor.release(sent);
        }

        @Override
        public boolean hasEnded() {
            return ended;
        }

        @Override
        public boolean onRun(ChatCursor at, EntryRun run, ChatFollowers.SharedWrite wire) {
            asked++;
            if (at.sent() >= run.last()) {
                return true;
            }
            if (at.sent() + 1 != run.first()) {
                return false;
            }
            at.advanceTo(run.last());
            got.add(run.first() + "-" + run.last());
            wires.add(wire.bytes());
            return true;
        }

        @Override
        public void onEntry(ChatCursor at, LiveEntry entry) {
            at.advance(entry.seq());
        }

        @Override
        public void onTyping(ShardSignal.Typing typing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onAudit(ChatCursor at, long lastSeq) {
            throw new UnsupportedOperationException();
        }
    }
}
