package org.tertulia.translation.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.translating.TranslationOutcome.Reason;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class UnderWayTest {

    private static final MessageOutcome OUTCOME =
            new MessageOutcome.Without(null, Reason.NO_ENGINE);

    private final UnderWay underWay = new UnderWay();
    private final ChatId chat = new ChatId(UUID.randomUUID());
    private final UserId ana = person();
    private final UserId bruno = person();
    private final Sinks.One<MessageOutcome> end = Sinks.one();
    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void whatIsUnderWayShouldBeJoined() {
        var first = ask(1, ana).toFuture();
        var second = ask(1, bruno).toFuture();
        end.tryEmitValue(OUTCOME);

        assertThat(first).isCompletedWithValue(OUTCOME);
        assertThat(second).isCompletedWithValue(OUTCOME);
        assertThat(begun).hasValue(1);
    }

    @Test
    void nobodyShouldHaveMoreThanTheirShare() {
        begin(1, UnderWay.MOST_OF_A_PERSON, ana);

        refused(1_000, ana);
        // What is there already, they get.
        ask(1, ana).subscribe();
        begin(1_001, 1_001, bruno);
        begin(1_002, 1_002, null);
        assertThat(begun).hasValue(UnderWay.MOST_OF_A_PERSON + 2);
    }

    @Test
    void whatIsSaidJustNowShouldFindRoomBesideAllThatIsAskedFor() {
        LongStream.rangeClosed(1, UnderWay.MOST_ASKED).forEach(it -> begin(it, it, person()));

        refused(1_000, bruno);
        begin(1_001, 1_000 + UnderWay.MOST - UnderWay.MOST_ASKED, null);
        refused(2_000, null);
    }

    @Test
    void whatHasEndedShouldMakeRoom() {
        begin(1, UnderWay.MOST_OF_A_PERSON, ana);
        end.tryEmitValue(OUTCOME);

        begin(1_000, 1_000 + UnderWay.MOST_OF_A_PERSON, ana);
    }

    private void begin(long from, long to, @Nullable UserId by) {
        var before = begun.get();
        LongStream.rangeClosed(from, to).forEach(message -> ask(message, by).subscribe());
        assertThat(begun).hasValue(before + (int) (to - from) + 1);
    }

    private void refused(long message, @Nullable UserId by) {
        assertThatExceptionOfType(TooMuchUnderWay.class).isThrownBy(() -> ask(message, by).block());
    }

    private Mono<MessageOutcome> ask(long message, @Nullable UserId by) {
        var work = end.asMono().doOnSubscribe(_ -> begun.incrementAndGet());
        return underWay.join(new WantedText(chat, message, 1, new Language("en")), by, work);
    }

    private static UserId person() {
        return new UserId(UUID.randomUUID());
    }
}
