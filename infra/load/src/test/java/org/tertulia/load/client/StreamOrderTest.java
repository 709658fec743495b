package org.tertulia.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamOrderTest {
    private final StreamOrder order = new StreamOrder(10);

    @Test
    void entriesShouldFollowThePositionTold() {
        assertThat(order.received(11)).isEmpty();
        assertThat(order.received(12)).isEmpty();
        assertThat(order.received(14)).contains("entry 14 came when 13 was next");
    }

    @Test
    void anEntryBeforeTheResumedPositionShouldBeWrongWithoutAResume() {
        assertThat(order.received(6)).isPresent();
    }

    @Test
    void aResumeShouldLetTheStreamBeginAnewOnce() {
        order.resumeAsked(5);

        assertThat(order.received(11)).isEmpty();
        assertThat(order.received(6)).isEmpty();
        assertThat(order.received(7)).isEmpty();
        assertThat(order.received(6)).isPresent();
    }

    @Test
    void anAnsweredResumeShouldLeaveOnlyTheNewStream() {
        order.resumeAsked(5);
        order.resumeAnswered();

        assertThat(order.received(6)).isPresent();
    }

    @Test
    void aSnapshotShouldMoveTheStreamOn() {
        order.skipTo(500);

        assertThat(order.received(501)).isEmpty();
    }
}
