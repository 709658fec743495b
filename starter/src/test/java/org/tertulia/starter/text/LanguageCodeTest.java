package org.tertulia.starter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageCodeTest {

    @ParameterizedTest
    @CsvSource({
        "es,es",
        "ES,es",
        "es-MX,es",
        "spa,es",
        "spa-ES,es",
        "deu,de",
        "eng,en",
        "pt-BR,pt",
        "ca-valencia,ca",
        "zh-Hant-TW,zh",
        "ast,ast",
        "yi,yi",
        "ji,yi",
        "yid,yi",
        "iw,he",
        "heb,he",
        "in,id",
        "ind,id",
        "no,nb",
        "nor,nb",
        "nob,nb",
        "nb-NO,nb",
        "nno,nn"
    })
    void aLanguageShouldHaveOneCodeWhicheverWayItIsAskedFor(String tag, String code) {
        assertThat(LanguageCode.of(tag)).isEqualTo(code);
        assertThat(LanguageCode.of(code)).isEqualTo(code);
        assertThat(LanguageCode.only(code)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"iw,he", "in,id", "ji,yi", "no,nb", "nn,nn", "ast,ast"})
    void ofTwoCodesThereShouldBeOne(String code, String only) {
        assertThat(LanguageCode.only(code)).isEqualTo(only);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "e", "español", "english", "en_US", "en-", "1", "x-private", "und"})
    void whatNamesNoLanguageShouldBeRefused(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> LanguageCode.of(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "ES", "es-MX", "engl", "ñu"})
    void whatIsNoCodeShouldBeRefused(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> LanguageCode.only(code));
    }
}
