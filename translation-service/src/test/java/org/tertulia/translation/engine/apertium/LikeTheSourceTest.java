package org.tertulia.translation.engine.apertium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;

class LikeTheSourceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # what was written        | what comes out             | what it becomes
                    the red house             | La casa roja               | la casa roja
                    The red house             | La casa roja               | La casa roja
                    hola a todos              | hello To all               | hello to all
                    hola Ana                  | hello Ana                  | hello Ana
                    me voy                    | I go me                    | I go me
                    hasta el lunes            | until Monday               | until Monday
                    hablo español             | speak Spanish              | speak Spanish
                    London is big. It rains   | Londres es grande. Llueve  | Londres es grande. Llueve
                    Good morning everybody    | Buenos días Todo el mundo  | Buenos días todo el mundo
                    It's my brother's house   | Es mi hermano   casa       | Es mi hermano casa
                    one  two                  | uno  dos                   | uno  dos
                    Hello, Ana                | Hola , Ana                 | Hola, Ana
                    Hello , Ana               | Hola , Ana                 | Hola , Ana
                    the USA is far            | EEUU es lejos              | EEUU es lejos
                    " I am late"              | " Soy tarde"               | " Soy tarde"
                    "late"                    | "  tarde"                  | "tarde"
                    """)
    void aLineShouldBeginAndGoOnAsWritten(String source, String translated, String tidy) {
        assertThat(tidied(source, translated)).isEqualTo(tidy);
    }

    @Test
    void marksShouldNotHideWhereALineBegins() {
        var source = List.<Part>of(new Part.Kept("**"), new Part.Words("the house"));
        var translated = List.<Part>of(new Part.Kept("**"), new Part.Words("La casa"));
        assertThat(plain(LikeTheSource.tidied(source, translated))).isEqualTo("**la casa");
    }

    @Test
    void eachLineShouldBeLikeItsOwn() {
        var source = lines("the house", "The dog");
        assertThat(plain(LikeTheSource.tidied(source, lines("La casa", " El perro"))))
                .isEqualTo("la casa\nEl perro");
    }

    @Test
    void anAnswerWithOtherLinesShouldBeNone() {
        var source = lines("the house", "The dog");
        var translated = List.<Part>of(new Part.Words("La casa el perro"));
        assertThatThrownBy(() -> LikeTheSource.tidied(source, translated))
                .isInstanceOf(EngineFailed.class);
    }

    private static List<Part> lines(String first, String second) {
        return List.of(new Part.Words(first), new Part.Kept("\n"), new Part.Words(second));
    }

    private static String tidied(String source, String translated) {
        return plain(
                LikeTheSource.tidied(
                        List.of(new Part.Words(source)), List.of(new Part.Words(translated))));
    }

    private static String plain(List<Part> parts) {
        return new MarkedText(parts).plain();
    }
}
