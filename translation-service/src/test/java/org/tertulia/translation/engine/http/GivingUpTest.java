package org.tertulia.translation.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.http.FakeServer.Habit;
import org.tertulia.translation.language.LanguagePair;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a server has to answer for when whoever waited has gone. */
class GivingUpTest {

    private static final LanguagePair EN_ES = LanguagePair.of("en", "es");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MarkedText TEXT = MarkedText.ofWords("my house");

    private static LimitsProperties limits(Duration timeLimit) {
        return new LimitsProperties(timeLimit, 16, 1_000, PATIENCE);
    }

    /** Who waits goes before its time is over, and the next engine would never have its turn. */
    @Test
    void aServerThatIsGivenUpAgainAndAgainShouldBeLeftAlone() {
        try (var server = FakeServer.speaking(Dialects.LIBRE_TRANSLATE)) {
            var engine = Servers.libreTranslate(server, limits(Duration.ofSeconds(1)));
            server.become(Habit.HANGS);
            giveUp(engine, Duration.ofMillis(700));
            assertThatThrownBy(() -> engine.translate(EN_ES, TEXT).block(PATIENCE))
                    .isInstanceOfSatisfying(
                            EngineFailed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Cause.UNAVAILABLE));
            assertThat(server.asked()).hasSize(4);
        }
    }

    @Test
    void whoGoesSoonShouldNotSpeakAgainstTheServer() {
        try (var server = FakeServer.speaking(Dialects.LIBRE_TRANSLATE)) {
            var engine =
                    Servers.libreTranslate(server, limits(LimitsProperties.LONGEST_TIME_LIMIT));
            server.become(Habit.HANGS);
            giveUp(engine, Duration.ofMillis(100));
            server.become(Habit.TRANSLATES);
            assertThat(engine.translate(EN_ES, TEXT).block(PATIENCE).plain()).isEqualTo("mi casa");
        }
    }

    private static void giveUp(ServerEngine engine, Duration after) {
        Flux.range(0, 4)
                .flatMap(_ -> engine.translate(EN_ES, TEXT).timeout(after, Mono.empty()), 4)
                .blockLast(PATIENCE);
    }
}
