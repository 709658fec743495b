package org.tertulia.chat.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.UserId;

class PrivatePairTest {

    /** Negative as a signed long: Java would put it first, PostgreSQL puts it last. */
    private static final UserId HIGH = UserId.valueOf("ffffffff-0000-7000-8000-000000000000");

    private static final UserId LOW = UserId.valueOf("01000000-0000-7000-8000-000000000000");

    @Test
    void thePairIsTheSameFromBothSides() {
        assertThat(PrivatePair.of(LOW, HIGH)).isEqualTo(PrivatePair.of(HIGH, LOW));
    }

    @Test
    void theOrderIsTheOneOfTheDatabase() {
        assertThat(LOW.value()).isGreaterThan(HIGH.value());
        assertThat(PrivatePair.of(HIGH, LOW).low()).isEqualTo(LOW);
    }

    @Test
    void onePersonIsNoPair() {
        var somebody = new UserId(UUID.randomUUID());
        assertThatThrownBy(() -> PrivatePair.of(somebody, somebody))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
