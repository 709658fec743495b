package org.tertulia.translation.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "es,es",
        "es-MX,es",
        "spa,es",
        "eng,en",
        "pt-BR,pt",
        "ast,ast",
        "zh-Hant-TW,zh",
        "no,nb",
        "nb-NO,nb",
        "nob,nb",
        "nor,nb",
        "nn,nn",
        "nno,nn",
        "yi,yi",
        "ji,yi",
        "yid,yi",
        "iw,he",
        "heb,he"
    })
    void tagsShouldBeKnownByTheirShortestCode(String tag, String code) {
        assertThat(Language.of(tag)).isEqualTo(new Language(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "español", "en_US", "1", "x-private"})
    void otherWordsShouldBeRefused(String tag) {
        assertThatThrownBy(() -> Language.of(tag)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTwoCodesForOneLanguageThereShouldBeOne() {
        assertThat(new Language("no")).isEqualTo(new Language("nb"));
        assertThat(new Language("ji")).isEqualTo(new Language("yi"));
    }

    @Test
    void namesShouldBeInTheReadersLanguage() {
        assertThat(new Language("es").name(Locale.ENGLISH)).isEqualTo("Spanish");
        assertThat(new Language("en").name(Locale.of("es"))).isEqualTo("inglés");
    }
}
