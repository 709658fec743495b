package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.message.timeline.Marker;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.FixedIds;

class ChatCursorTest {

    private final ChatCursor cursor = new ChatCursor(new ChatId(FixedIds.id(1)));

    @Test
    void onlyTheNextEntryShouldGoOut() {
        cursor.release(5);

        assertThat(cursor.advance(5)).isFalse();
        assertThat(cursor.advance(7)).isFalse();
        assertThat(cursor.advance(6)).isTrue();
        assertThat(cursor.advance(6)).isFalse();
        assertThat(cursor.advance(7)).isTrue();
    }

    @Test
    void whatExistsWhileHeldShouldBeMissingAfterTheRelease() {
        cursor.exists(7);
        assertThat(cursor.isBehind()).isFalse();
        assertThat(cursor.isLive()).isFalse();

        cursor.release(5);
        assertThat(cursor.isBehind()).isTrue();
        cursor.advance(6);
        cursor.advance(7);
        assertThat(cursor.isBehind()).isFalse();
        assertThat(cursor.isLive()).isTrue();
    }

    @Test
    void aSnapshotThatHasItAllShouldLeaveNothingMissing() {
        cursor.exists(7);
        cursor.release(8);

        assertThat(cursor.isBehind()).isFalse();
        assertThat(cursor.last()).isEqualTo(8);
    }

    @Test
    void aRewindShouldMakeEverythingAfterItMissing() {
        cursor.release(10);
        cursor.rewind(4);

        assertThat(cursor.isBehind()).isTrue();
        assertThat(cursor.last()).isEqualTo(10);
        assertThat(cursor.advance(5)).isTrue();
    }

    @Test
    void anAuditShouldLeaveTimeForWhatIsUnderWay() {
        cursor.release(3);
        cursor.audit(5);
        assertThat(cursor.isBehind()).isFalse();
        cursor.advance(4);
        cursor.audit(6);
        assertThat(cursor.isBehind()).isTrue();
        assertThat(cursor.last()).isEqualTo(5);
    }

    @Test
    void aMarkerShouldBeToldOnceAndNeverBackwards() {
        assertThat(cursor.tellMarker(new Marker(0, 4))).isTrue();
        assertThat(cursor.tellMarker(new Marker(0, 4))).isFalse();
        assertThat(cursor.tellMarker(new Marker(0, 3))).isFalse();
        assertThat(cursor.tellMarker(new Marker(0, 5))).isTrue();
    }

    @Test
    void aMarkerOfALaterGenerationShouldBeToldEvenWhenItGoesBack() {
        assertThat(cursor.tellMarker(new Marker(0, 9))).isTrue();
        assertThat(cursor.tellMarker(new Marker(1, 2))).isTrue();
        assertThat(cursor.tellMarker(new Marker(0, 10))).isFalse();
        assertThat(cursor.tellMarker(new Marker(1, 1))).isFalse();
        assertThat(cursor.tellMarker(new Marker(1, 3))).isTrue();
    }

    @Test
    void whatTheLastAuditFoundShouldBeMissingAtOnceWhenItIsKnownToMatter() {
        cursor.release(3);
        cursor.audit(5);
        cursor.missAudited();
        assertThat(cursor.missing()).isEqualTo(2);

        cursor.release(7);
        cursor.missAudited();
        assertThat(cursor.isBehind()).isFalse();
    }

    @Test
    void aChatShouldBeKnownOnceItWasToldOrAskedFor() {
        assertThat(cursor.isKnown()).isFalse();
        cursor.named();
        assertThat(cursor.isKnown()).isTrue();

        var told = new ChatCursor(cursor.chatId());
        told.release(1);
        told.hold();
        assertThat(told.isKnown()).isTrue();
    }
}
