package org.tertulia.translation.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.messages.SaidText;

class LiveQueueTest {

    private static final Language ENGLISH = new Language("en");
    private static final Language FRENCH = new Language("fr");
    private static final int PER_LANGUAGE = 5;

    private final ChatId crowded = new ChatId(UUID.randomUUID());
    private final ChatId quiet = new ChatId(UUID.randomUUID());

    @Test
    void chatsShouldTakeTurns() {
        var queue = queue(10, 10, 10);
        offer(queue, crowded, 1);
        offer(queue, crowded, 2);
        offer(queue, crowded, 3);
        offer(queue, quiet, 9);

        assertThat(begun(queue)).isEqualTo(1);
        assertThat(begun(queue)).isEqualTo(9);
        assertThat(begun(queue)).isEqualTo(2);
        assertThat(begun(queue)).isEqualTo(3);
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void noChatShouldHaveMoreThanItsShareUnderWay() {
        var queue = queue(10, 2, 10);
        for (int seq = 1; seq <= 4; seq++) {
            offer(queue, crowded, seq);
        }
        var first = queue.next().orElseThrow();
        queue.next();
        assertThat(queue.next()).isEmpty();

        offer(queue, quiet, 9);
        assertThat(begun(queue)).isEqualTo(9);

        queue.done(first);
        assertThat(begun(queue)).isEqualTo(3);
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void noLanguageShouldHaveMoreThanItsShareUnderWay() {
        var queue = queue(10, 10, 10);
        for (int seq = 1; seq <= PER_LANGUAGE + 1; seq++) {
            offer(queue, new ChatId(UUID.randomUUID()), seq, FRENCH);
        }
        offer(queue, quiet, 8, FRENCH);
        offer(queue, quiet, 9, ENGLISH);
        var first = queue.next().orElseThrow();
        for (int n = 2; n <= PER_LANGUAGE; n++) {
            assertThat(queue.next().orElseThrow().language()).isEqualTo(FRENCH);
        }

        // What the chat wants in another language does not wait for that.
        assertThat(begun(queue)).isEqualTo(9);
        assertThat(queue.next()).isEmpty();

        queue.done(first);
        assertThat(begun(queue)).isEqualTo(PER_LANGUAGE + 1);
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void allTogetherShouldHaveABound() {
        var queue = queue(2, 2, 10);
        offer(queue, crowded, 1);
        offer(queue, crowded, 2);
        offer(queue, quiet, 9);
        var first = queue.next().orElseThrow();
        queue.next();
        assertThat(queue.next()).isEmpty();

        queue.done(first);
        assertThat(queue.next()).map(it -> it.said().message()).isPresent();
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void whatFindsNoRoomShouldBeRefused() {
        var queue = queue(1, 1, 2);
        assertThat(offer(queue, crowded, 1)).isTrue();
        assertThat(offer(queue, crowded, 2)).isTrue();

        assertThat(offer(queue, quiet, 3)).isFalse();
        assertThat(queue.size()).isEqualTo(2);

        queue.next();
        assertThat(offer(queue, quiet, 3)).isTrue();
    }

    @Test
    void theSameWishShouldWaitOnce() {
        var queue = queue(10, 10, 10);
        offer(queue, quiet, 1);
        assertThat(offer(queue, quiet, 1)).isTrue();

        assertThat(queue.size()).isEqualTo(1);
        begun(queue);
        assertThat(queue.next()).isEqualTo(Optional.empty());
    }

    private static LiveQueue queue(int concurrency, int perChat, int waiting) {
        return new LiveQueue(
                new LiveProperties(
                        concurrency, perChat, PER_LANGUAGE, waiting, Duration.ofSeconds(30)));
    }

    private static boolean offer(LiveQueue queue, ChatId chat, long seq) {
        return offer(queue, chat, seq, ENGLISH);
    }

    private static boolean offer(LiveQueue queue, ChatId chat, long seq, Language language) {
        var said = new SaidText(chat, seq, 1, "Hola");
        return queue.offer(new LiveWork(said, language, Instant.EPOCH));
    }

    private static long begun(LiveQueue queue) {
        return queue.next().orElseThrow().said().message();
    }
}
