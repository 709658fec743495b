package org.tertulia.translation.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.engine.TranslationEngineContract;
import tools.jackson.databind.JsonNode;

class OpenAiClientTest extends TranslationEngineContract {

    private static final FakeServer SERVER = FakeServer.speaking(Dialects.OPEN_AI);
    private static final ServerEngine ENGINE = Servers.openAi(SERVER, Servers.PATIENT);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    protected TranslationEngine engine() {
        return ENGINE;
    }

    @Test
    void itShouldTranslateBetweenTheLanguagesItIsConfiguredFor() {
        assertThat(ENGINE.pairs()).hasSize(6);
    }

    @Test
    void theModelShouldBeToldWhatToDo() {
        translated("house");
        var asked = SERVER.asked().getLast();
        assertThat(asked.headers()).containsEntry("Authorization", "Bearer " + FakeServer.KEY);
        assertThat(asked.body().get("model").asString()).isEqualTo("some-model");
        assertThat(asked.body().get("messages").get(0).get("content").asString())
                .contains("from English into Spanish");
    }

    @Test
    void aTextWithTheMarksOfPlaceholdersShouldBeRefused() {
        assertThatThrownBy(() -> translated("my ⟦1⟧ house"))
                .isInstanceOfSatisfying(
                        EngineFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Cause.REFUSED));
    }

    /** What a model says besides the translation must never be taken for it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sure! Here it is: {\"translation\":\"casa\"} | stop",
                "casa | stop",
                "\"casa\" | stop",
                "{\"translation\":\"casa\",\"note\":\"informal\"} | stop",
                "{\"translation\":[\"casa\"]} | stop",
                "{\"translation\":\"ca\"} | length",
                "{\"translation\":\"\"} | content_filter",
            })
    void whatIsNoTranslationShouldBeRefused(String content, String reason) {
        try (var server = FakeServer.speaking(saying(content, reason))) {
            var engine = Servers.openAi(server, Servers.PATIENT);
            assertThatThrownBy(() -> engine.translate(EN_ES, MarkedText.ofWords("house")).block())
                    .isInstanceOfSatisfying(
                            EngineFailed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Cause.GARBLED));
        }
    }

    private static FakeServer.Dialect saying(String content, String reason) {
        return new FakeServer.Dialect() {
            @Override
            public Map<String, String> documents() {
                return Map.of();
            }

            @Override
            public String path() {
                return Dialects.OPEN_AI.path();
            }

            @Override
            public String text(JsonNode question) {
                return "";
            }

            @Override
            public String complaint(JsonNode question) {
                return "";
            }

            @Override
            public Object answer(JsonNode question, String translation) {
                return Dialects.said(content, reason);
            }
        };
    }
}
