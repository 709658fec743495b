package org.tertulia.message.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.ChatId;

class TypingPaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final TypingPace pace = new TypingPace(Duration.ofSeconds(3));
    private final ChatId chat = new ChatId(UUID.randomUUID());

    @Test
    void itShouldBeToldOnceInThreeSecondsForEachChat() {
        assertThat(pace.next(chat, 0)).isTrue();
        assertThat(pace.next(chat, 3 * SECOND - 1)).isFalse();
        assertThat(pace.next(new ChatId(UUID.randomUUID()), 1)).isTrue();
        assertThat(pace.next(chat, 3 * SECOND)).isTrue();
        assertThat(pace.next(chat, 5 * SECOND)).isFalse();
    }

    @Test
    void whoWritesEverywhereAtOnceShouldNotBeBelieved() {
        var told =
                IntStream.range(0, 100)
                        .filter(i -> pace.next(new ChatId(UUID.randomUUID()), i))
                        .count();

        assertThat(told).isEqualTo(32);
        assertThat(pace.next(chat, 4 * SECOND)).isTrue();
    }
}
