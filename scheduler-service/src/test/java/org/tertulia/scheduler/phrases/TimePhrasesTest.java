package org.tertulia.scheduler.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.scheduler.recurrence.Occurrence;

class TimePhrasesTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int COLUMNS = 4;
    private static final int RANDOM_SEED = 1;
    private static final int RANDOM_SENTENCES = 5_000;

    /** A line of the table. */
    record Line(String language, String sentence, String outcome, String text) {

        static Line of(String line) {
            var columns = line.split("\\|", COLUMNS);
            return new Line(
                    columns[0].strip(), columns[1].strip(), columns[2].strip(), columns[3].strip());
        }

        Language expected() {
            return language.startsWith("es") ? Language.SPANISH : Language.ENGLISH;
        }

        Reading read() {
            return language.endsWith("-time")
                    ? TimePhrases.readTime(sentence, expected(), NOW, MADRID)
                    : TimePhrases.readReminder(sentence, expected(), NOW, MADRID);
        }
    }

    static Stream<Line> table() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/phrases/sentences.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Line::of);
    }

    @ParameterizedTest
    @MethodSource("table")
    void aSentenceIsReadAsTheTableSays(Line line) {
        assertThat(describe(line.read())).isEqualTo(line.outcome() + " | " + line.text());
    }

    /** A date in digits is the only thing that both languages write and mean differently. */
    @ParameterizedTest
    @MethodSource("table")
    void theOtherLanguageBeingExpectedChangesNoTime(Line line) {
        var other =
                new Line(
                        line.language().startsWith("es")
                                ? line.language().replace("es", "en")
                                : line.language().replace("en", "es"),
                        line.sentence(),
                        line.outcome(),
                        line.text());
        if (!line.sentence().matches(".*\\d/\\d.*")) {
            assertThat(describe(other.read())).isEqualTo(line.outcome() + " | " + line.text());
        }
    }

    @Test
    void theExpectedLanguageDecidesWhatADateInDigitsIs() {
        assertThat(TimePhrases.readTime("el 3/4", Language.ENGLISH, NOW, MADRID))
                .isInstanceOf(Reading.Once.class);
        assertThat(describe(TimePhrases.readTime("3/4", Language.SPANISH, NOW, MADRID)))
                .startsWith("2027-04-03");
        assertThat(TimePhrases.readTime("3/4", Language.ENGLISH, NOW, MADRID))
                .isEqualTo(new Reading.Refused(Refusal.AMBIGUOUS, "3/4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remind me tomorrow at 3 to call|tomorrow at 3",
                "mañana llamar a Ana a las 10|a las 10",
                "comprar entradas para el viernes|para el viernes",
                "tomorrow at 9ish call|ish"
            })
    void aRefusalTellsWhatItIsAbout(String sentence, String about) {
        assertThat(TimePhrases.readReminder(sentence, Language.ENGLISH, NOW, MADRID))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.about()).isEqualTo(about));
    }

    @Test
    void aTimeThatDoesNotExistThatNightIsTheFirstOneThatDoes() {
        var before = Instant.parse("2027-03-27T12:00:00Z");
        var reading =
                TimePhrases.readReminder(
                        "mañana a las 02:30 llamar", Language.SPANISH, before, MADRID);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Once.class,
                        once -> {
                            assertThat(once.occurrence().at())
                                    .isEqualTo(ZonedDateTime.of(2027, 3, 28, 3, 0, 0, 0, MADRID));
                            assertThat(once.occurrence().moved()).isTrue();
                        });
    }

    @Test
    void hoursAreCountedAsTheyPassAndDaysKeepTheTimeOfDay() {
        var before = Instant.parse("2027-03-27T12:00:00Z");
        assertThat(describe(TimePhrases.readTime("en 24 horas", Language.SPANISH, before, MADRID)))
                .startsWith("2027-03-28 14:00");
        assertThat(describe(TimePhrases.readTime("en un día", Language.SPANISH, before, MADRID)))
                .startsWith("2027-03-28 13:00");
    }

    @Test
    void aDayOfTheWeekIsNotTodayOnceItsTimeHasPassed() {
        assertThat(
                        describe(
                                TimePhrases.readTime(
                                        "el miércoles a las 9", Language.SPANISH, NOW, MADRID)))
                .startsWith("2026-12-02 09:00");
    }

    @Test
    void whatRepeatsOnThe31stIsLeftOutOfNoMonth() {
        var onThe31st = Instant.parse("2026-12-31T07:00:00Z");
        assertThat(describe(TimePhrases.readTime("cada mes", Language.SPANISH, onThe31st, MADRID)))
                .startsWith(
                        "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1 from 2026-12-31 09:00");
    }

    @Test
    void aLongSentenceIsRefusedUnread() {
        var sentence = "mañana a las 9 " + "x".repeat(TimePhrases.MAX_LENGTH);
        assertThat(TimePhrases.readReminder(sentence, Language.SPANISH, NOW, MADRID))
                .isEqualTo(new Reading.Refused(Refusal.TOO_LONG, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a las ",
                "cada lunes, ",
                "en 1 h ",
                "every monday and ",
                "1/",
                "1:",
                "9 y ",
                "\" ",
                "́",
                "😀",
                "de lunes a ",
                "at ",
                "the ",
                "1-1-1",
                "p . ",
                "mañana ",
                "' ",
                "\u0000"
            })
    void wordsThatBeginPhrasesOverAndOverAreRefused(String words) {
        var sentence = words.repeat(TimePhrases.MAX_LENGTH / words.length());
        for (var language : Language.values()) {
            assertThat(TimePhrases.readReminder(sentence, language, NOW, MADRID))
                    .isInstanceOf(Reading.Refused.class);
        }
    }

    /** Words of the table in any order: whatever is read lies ahead, and nothing fails. */
    @Test
    void whateverIsReadLiesAhead() throws IOException {
        var words =
                table().flatMap(line -> Stream.of(line.sentence().split(" "))).distinct().toList();
        var random = new Random(RANDOM_SEED);
        for (var i = 0; i < RANDOM_SENTENCES; i++) {
            var sentence =
                    random.ints(1 + random.nextInt(6), 0, words.size())
                            .mapToObj(words::get)
                            .collect(Collectors.joining(" "));
            var language = random.nextBoolean() ? Language.SPANISH : Language.ENGLISH;
            for (var reading :
                    List.of(
                            TimePhrases.readReminder(sentence, language, NOW, MADRID),
                            TimePhrases.readTime(sentence, language, NOW, MADRID))) {
                assertThat(firstDue(reading)).as(sentence).isAfter(NOW);
            }
        }
    }

    private static Instant firstDue(Reading reading) {
        return switch (reading) {
            case Reading.Once(var when, _) -> when.instant();
            case Reading.Repeating(var recurrence, _) ->
                    recurrence
                            .after(NOW)
                            .map(Occurrence::instant)
                            .filter(Occurrence.of(recurrence.start(), MADRID).instant()::equals)
                            .orElseThrow();
            case Reading.Refused _ -> Instant.MAX;
        };
    }

    @Test
    void theTextStaysAsItWasWritten() {
        assertThat(
                        describe(
                                TimePhrases.readReminder(
                                        "Mañana a las 9  ¡Llamar a Íñigo!  (¿por qué no?) 😀",
                                        Language.SPANISH,
                                        NOW,
                                        MADRID)))
                .isEqualTo("2026-11-26 09:00 | ¡Llamar a Íñigo!  (¿por qué no?) 😀");
    }

    private static String describe(Reading reading) {
        return switch (reading) {
            case Reading.Once(var when, var text) -> MINUTE.format(when.at()) + " | " + text;
            case Reading.Repeating(var recurrence, var text) ->
                    "%s from %s | %s"
                            .formatted(recurrence.rule(), MINUTE.format(recurrence.start()), text);
            case Reading.Refused(var reason, _) -> reason + " | ";
        };
    }
}
