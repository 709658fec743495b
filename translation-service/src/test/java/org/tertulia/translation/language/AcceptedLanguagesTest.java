package org.tertulia.translation.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedLanguagesTest {

    @Test
    void theBestShouldComeFirstAndVariantsOnce() {
        var accepted = AcceptedLanguages.of("en;q=0.5, es-MX, pt-BR;q=0.7, es;q=0.6, de;q=0");

        assertThat(accepted.languages())
                .containsExactly(new Language("es"), new Language("pt"), new Language("en"));
        assertThat(accepted.reader()).isEqualTo(Locale.forLanguageTag("es-MX"));
        assertThat(accepted.first()).contains(new Language("es"));
    }

    @Test
    void theTenBestShouldBeEnough() {
        var accepted = AcceptedLanguages.of("es,en,fr,de,it,pt,ca,gl,eu,oc,ast,nl");

        assertThat(accepted.locales()).hasSize(10);
        assertThat(accepted.languages()).doesNotContain(new Language("nl"));
    }

    /** To read 15,000 characters took up to 225 ms (measured). */
    @Test
    void aHeaderThatIsLongerThanAnyBrowsersShouldBeNone() {
        assertThat(AcceptedLanguages.of("es," + "de;q=0.5,".repeat(60)).locales()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "*;q=0.5", "???", "en;q=high"})
    void whatSaysNothingShouldBeEnglishToRead(@Nullable String header) {
        var accepted = AcceptedLanguages.of(header);

        assertThat(accepted.reader()).isEqualTo(Locale.ENGLISH);
    }
}
