package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeliveryRoundsTest {

    private static final long START = TimeUnit.SECONDS.toNanos(1);
    private static final long PER_RECEIVER = DeliveryRounds.REST_PER_RECEIVER.toNanos();

    private final DeliveryRounds rounds = new DeliveryRounds(0);

    @Test
    void whatComesAfterARestShouldGoOutAtOnce() {
        assertThat(rounds.next(START)).isEqualTo(START);
        rounds.written(100);

        var rested = START + 100 * PER_RECEIVER;
        assertThat(rounds.next(rested)).isEqualTo(rested);
        assertThat(rounds.next(rested + 7)).isEqualTo(rested + 7);
    }

    @Test
    void whatComesDuringARestShouldGoOutTogetherAfterIt() {
        rounds.next(START);
        rounds.written(60);
        rounds.written(40);

        var rested = START + 100 * PER_RECEIVER;
        assertThat(rounds.next(START + 1)).isEqualTo(rested);
        assertThat(rounds.next(START + 2)).isEqualTo(rested);
        assertThat(rounds.next(rested - 1)).isEqualTo(rested);
    }

    @Test
    void aRoundShouldRestForItsOwnReceiversOnly() {
        rounds.next(START);
        rounds.written(100);
        var second = rounds.next(START + 1);
        rounds.written(1);

        assertThat(rounds.next(second + 1)).isEqualTo(second + PER_RECEIVER);
    }

    @Test
    void whoWritesToNobodyShouldNotRest() {
        rounds.next(START);
        assertThat(rounds.next(START + 1)).isEqualTo(START + 1);
    }

    @Test
    void noRestShouldPassItsBound() {
        rounds.next(START);
        rounds.written(1_000_000);
        assertThat(rounds.next(START + 1)).isEqualTo(START + DeliveryRounds.MOST_REST.toNanos());
    }
}
