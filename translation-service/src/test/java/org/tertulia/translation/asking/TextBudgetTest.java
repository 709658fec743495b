package org.tertulia.translation.asking;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.MutableClock;

class TextBudgetTest {

    private final MutableClock clock = MutableClock.atNoon();
    private final TextBudget budget = new TextBudget(clock);
    private final UserId ana = new UserId(UUID.randomUUID());
    private final UserId bruno = new UserId(UUID.randomUUID());

    @Test
    void whatOnePersonSpendsShouldNotBeMissedByAnother() {
        budget.take(ana, TextBudget.A_MINUTE);

        refused(ana, 1);
        assertThatNoException().isThrownBy(() -> budget.take(bruno, TextBudget.A_MINUTE));
    }

    @Test
    void itShouldComeBackEvenly() {
        budget.take(ana, TextBudget.A_MINUTE);

        clock.advance(Duration.ofSeconds(10));
        budget.take(ana, 50);
        refused(ana, 1);

        clock.advance(Duration.ofHours(1));
        refused(ana, TextBudget.A_MINUTE + 1);
        budget.take(ana, TextBudget.A_MINUTE);
        refused(ana, 1);
    }

    @Test
    void whatIsRefusedShouldCostNothing() {
        budget.take(ana, TextBudget.A_MINUTE - 10);

        refused(ana, 11);
        budget.take(ana, 10);
        refused(ana, 1);
    }

    private void refused(UserId person, int texts) {
        assertThatExceptionOfType(TooManyTexts.class).isThrownBy(() -> budget.take(person, texts));
    }
}
