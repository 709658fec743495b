package org.tertulia.translation.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.engine.TranslationEngineContract;
import org.tertulia.translation.language.LanguagePair;

class DeepLClientTest extends TranslationEngineContract {

    private static final FakeServer SERVER = FakeServer.speaking(Dialects.DEEPL);
    private static final ServerEngine ENGINE = Servers.deepL(SERVER, Servers.PATIENT);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    protected TranslationEngine engine() {
        return ENGINE;
    }

    @Test
    void itShouldTranslateWhatTheServerSaysItDoes() {
        assertThat(ENGINE.pairs())
                .containsExactlyInAnyOrder(
                        LanguagePair.of("en", "es"),
                        LanguagePair.of("en", "de"),
                        LanguagePair.of("es", "en"),
                        LanguagePair.of("es", "de"),
                        LanguagePair.of("de", "en"),
                        LanguagePair.of("de", "es"));
    }

    @Test
    void itShouldNameTheVariantThatTheServerWants() {
        ENGINE.translate(LanguagePair.of("de", "en"), MarkedText.ofWords("Haus")).block();
        assertThat(SERVER.asked())
                .anySatisfy(
                        it -> {
                            assertThat(it.body().get("source_lang").asString()).isEqualTo("DE");
                            assertThat(it.body().get("target_lang").asString()).isEqualTo("EN-GB");
                        });
    }

    @Test
    void theKeyShouldTravelInTheHeader() {
        translated("house");
        assertThat(SERVER.asked().getLast().headers())
                .containsEntry("Authorization", "DeepL-Auth-Key " + FakeServer.KEY);
    }

    @Test
    void signsOfXmlShouldStayAsTheyAre() {
        assertThat(translated("my &amp; house & \"it's\" 1 < 2"))
                .isEqualTo("mi &amp; casa & \"it's\" 1 < 2");
    }
}
