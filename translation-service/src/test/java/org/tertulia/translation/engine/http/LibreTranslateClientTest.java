package org.tertulia.translation.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.engine.TranslationEngineContract;
import org.tertulia.translation.language.LanguagePair;

class LibreTranslateClientTest extends TranslationEngineContract {

    private static final FakeServer SERVER = FakeServer.speaking(Dialects.LIBRE_TRANSLATE);
    private static final ServerEngine ENGINE = Servers.libreTranslate(SERVER, Servers.PATIENT);

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
                        LanguagePair.of("en", "pt"),
                        LanguagePair.of("en", "zh"),
                        LanguagePair.of("es", "en"),
                        LanguagePair.of("pt", "en"));
    }

    @Test
    void itShouldCallLanguagesAsTheServerDoes() {
        ENGINE.translate(LanguagePair.of("en", "zh"), MarkedText.ofWords("house")).block();
        assertThat(SERVER.asked())
                .anySatisfy(
                        it -> assertThat(it.body().get("target").asString()).isEqualTo("zh-Hans"));
    }

    /** It resolves them before it answers; to do it again would eat what people wrote. */
    @Test
    void entitiesThatPeopleWriteShouldStayAsTheyAre() {
        assertThat(translated("my &amp; house &#39; and &lt;b&gt;"))
                .isEqualTo("mi &amp; casa &#39; and &lt;b&gt;");
        assertThat(translated("R&D \"house\" it's")).isEqualTo("R&D \"casa\" it's");
    }
}
