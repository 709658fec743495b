package org.tertulia.scheduler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CalendarTextTest {

    @Test
    void textShouldBeEscaped() {
        assertThat(new CalendarText().text("SUMMARY", "a;b,c\\d\ne:f"))
                .hasToString("SUMMARY:a\\;b\\,c\\\\d\\ne:f\r\n");
    }

    @Test
    void linesShouldBeFoldedBetweenCharacters() {
        var said = "Añadir 🌱 al jardín; ".repeat(20);
        var text = new CalendarText().line("SUMMARY", said).toString();

        assertThat(text.split("\r\n"))
                .allSatisfy(
                        line ->
                                assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                        .isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).isEqualTo("SUMMARY:" + said + "\r\n");
    }
}
