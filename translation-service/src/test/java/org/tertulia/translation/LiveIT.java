package org.tertulia.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.translation.MirrorEngine.mirrored;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.translationrequest.TranslationWanted;
import org.tertulia.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** What people who are connected want to read, as it is said. */
class LiveIT extends TranslationApi {

    private final String word = unique();
    @Autowired private MeterRegistry meters;

    @Test
    void whatIsWantedShouldBeTranslatedKeptAndTold() {
        var before = meters.timer("translation.live").count();
        want(chat, 5, spanish(word), "en", "de");

        var told = told(2);

        assertThat(told.stream().map(it -> it.path("language").asString()))
                .containsExactlyInAnyOrder("en", "de");
        for (var one : told) {
            assertThat(one.path("type").asString()).isEqualTo("message.translated");
            assertThat(one.path("message").asLong()).isEqualTo(5);
            assertThat(one.path("version").asInt()).isEqualTo(1);
            assertThat(one.path("sourceLanguage").asString()).isEqualTo("es");
            assertThat(one.path("text").asString()).isEqualTo(mirrored(spanish(word)));
            assertThat(one.path("engine").asString()).isEqualTo("mirror");
        }
        assertThat(kept()).isEqualTo(2);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> meters.timer("translation.live").count() >= before + 2);
        assertThat(count("select messages from chat_languages where chat_id = :chat")).isEqualTo(1);
    }

    @Test
    void whatIsNotTranslatedShouldBeToldAndNotKept() {
        want(chat, 1, english(word), "en", "de", "no language");

        var told = told(2);

        assertThat(told).allMatch(it -> it.path("type").asString().equals("message.untranslated"));
        assertThat(told.stream().map(it -> it.path("reason").asString()))
                .containsExactlyInAnyOrder("same-language", "no-engine");
        assertThat(told).allMatch(it -> it.path("sourceLanguage").asString().equals("en"));
        assertThat(kept()).isZero();
    }

    @Test
    void whatIsWantedTwiceShouldBeTranslatedOnceAndToldAgain() {
        want(chat, 1, spanish(word), "en");
        told(1);
        want(chat, 1, spanish(word), "en");

        var told = told(2);

        // Also when it was made: what is kept elsewhere of an older one is not overwritten.
        assertThat(told.getFirst()).isEqualTo(told.getLast());
        assertThat(engine.asked(word)).isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void anEngineThatHangsInOneChatShouldNotHoldUpTheOthers() {
        var crowded = UUID.randomUUID();
        for (int seq = 1; seq <= 50; seq++) {
            want(crowded, seq, spanish(word + " " + seq), "fr");
        }
        var begin = Instant.now();
        want(chat, 1, spanish(word), "en");

        assertThat(told(1).getFirst().path("text").asString()).isEqualTo(mirrored(spanish(word)));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatWasSaidLongAgoShouldBeDropped() {
        var before = meters.counter("translation.live.dropped").count();
        var late = Instant.now().minusSeconds(60);
        publish(new TranslationWanted(chat, 1, 1, spanish(word + " early"), List.of("en"), late));
        want(chat, 2, spanish(word), "en");

        assertThat(told(1)).map(it -> it.path("message").asLong()).containsExactly(2L);
        assertThat(engine.asked(word + " early")).isZero();
        assertThat(meters.counter("translation.live.dropped").count()).isEqualTo(before + 1);
        assertThat(meters.get("translation.live.waiting").gauge().value()).isNotNegative();
    }

    @Test
    void aReaderOfHistoryShouldGetTheOneThatIsUnderWay() {
        engine.hold(word);
        want(chat, 1, spanish(word), "en");
        Awaitility.await().atMost(LIMIT).until(() -> engine.asked(word) == 1);
        says(message(1, 1, spanish(word)));

        assertThat(translations("1", "en").isEmpty()).isTrue();
        engine.letGo(word);

        assertThat(told(1)).map(LiveIT::type).containsExactly("message.translated");
        assertThat(translations("1", "en").get(0).path("text").asString())
                .isEqualTo(mirrored(spanish(word)));
        assertThat(engine.asked(word)).isEqualTo(1);
    }

    private static String type(JsonNode event) {
        return event.path("type").asString();
    }

    private void want(UUID where, long seq, String text, String... languages) {
        publish(new TranslationWanted(where, seq, 1, text, List.of(languages), Instant.now()));
    }

    private static void publish(TranslationWanted wanted) {
        TestEvents.publish(Topics.TRANSLATION_REQUEST_EVENTS, wanted);
    }
}
