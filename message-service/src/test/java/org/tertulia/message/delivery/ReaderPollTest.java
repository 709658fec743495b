package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.FixedIds;

class ReaderPollTest {

    private static final UserId ANA = new UserId(FixedIds.id(1));
    private static final UserId BRUNO = new UserId(FixedIds.id(2));

    @Test
    void theLastLoopShouldTellWhatAllHaveSaid() {
        var told = new ArrayList<List<String>>();
        var poll = new ReaderPoll(3, readers -> told.add(readers.languagesBeside(ANA, 10)));
        poll.add("es", BRUNO);
        poll.answered();
        poll.answered();
        assertThat(told).isEmpty();

        poll.add("en", BRUNO);
        poll.answered();

        assertThat(told).containsExactly(List.of("en", "es"));
    }
}
