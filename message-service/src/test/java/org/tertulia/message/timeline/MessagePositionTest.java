package org.tertulia.message.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.problem.ProblemException;

class MessagePositionTest {

    private static final Instant MOMENT = Instant.parse("2026-11-02T09:30:00Z");

    @Test
    void oneParameterShouldSayWhere() {
        assertThat(MessagePosition.of(null, null, null, null))
                .isEqualTo(new MessagePosition.Newest());
        assertThat(MessagePosition.of("7", null, null, null))
                .isEqualTo(new MessagePosition.Before(7));
        assertThat(MessagePosition.of(null, "7", null, null))
                .isEqualTo(new MessagePosition.After(7));
        assertThat(MessagePosition.of(null, null, 7L, null))
                .isEqualTo(new MessagePosition.Around(7));
        assertThat(MessagePosition.of(null, null, null, MOMENT))
                .isEqualTo(new MessagePosition.At(MOMENT));
    }

    @Test
    void twoParametersShouldBeRefused() {
        assertThatThrownBy(() -> MessagePosition.of("1", "2", null, null))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> MessagePosition.of(null, null, 1L, MOMENT))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void momentsBeyondAllMessagesShouldBeTakenAsTheirEnds() {
        assertThat(new MessagePosition.At(Instant.MIN).moment()).isEqualTo(Instant.EPOCH);
        assertThat(new MessagePosition.At(Instant.MAX).moment())
                .isEqualTo(Instant.parse("9999-12-31T00:00:00Z"));
    }
}
