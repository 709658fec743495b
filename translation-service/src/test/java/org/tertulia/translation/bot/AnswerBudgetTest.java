package org.tertulia.translation.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.test.MutableClock;

class AnswerBudgetTest {

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-29T10:00:00Z"));
    private final AnswerBudget budget = new AnswerBudget(2, clock);
    private final UUID chat = UUID.randomUUID();

    @Test
    void itShouldBeSpentInAChatAndNotInAnother() {
        assertThat(budget.take(chat, UUID.randomUUID())).isTrue();
        assertThat(budget.take(chat, UUID.randomUUID())).isTrue();
        assertThat(budget.take(chat, UUID.randomUUID())).isFalse();
        assertThat(budget.take(UUID.randomUUID(), UUID.randomUUID())).isTrue();
    }

    @Test
    void aMessageShouldCountOnce() {
        var message = UUID.randomUUID();
        assertThat(budget.take(chat, message)).isTrue();
        assertThat(budget.take(chat, message)).isTrue();
        assertThat(budget.take(chat, UUID.randomUUID())).isTrue();

        assertThat(budget.take(chat, message)).isTrue();
        assertThat(budget.take(chat, UUID.randomUUID())).isFalse();
    }

    @Test
    void itShouldComeBackAsTimeGoesBy() {
        budget.take(chat, UUID.randomUUID());
        clock.advance(Duration.ofSeconds(40));
        budget.take(chat, UUID.randomUUID());
        clock.advance(Duration.ofSeconds(30));

        assertThat(budget.take(chat, UUID.randomUUID())).isTrue();
        assertThat(budget.take(chat, UUID.randomUUID())).isFalse();
    }

    @Test
    void noneShouldStayNone() {
        var none = new AnswerBudget(0, clock);

        assertThat(none.take(chat, UUID.randomUUID())).isFalse();
        assertThat(none.take(chat, UUID.randomUUID())).isFalse();
    }
}
