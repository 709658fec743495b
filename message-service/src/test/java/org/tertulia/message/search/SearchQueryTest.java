package org.tertulia.message.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tertulia.starter.problem.ProblemException;

class SearchQueryTest {

    @Test
    void wordsPhrasesAndOperatorsShouldBeToldApart() {
        assertThat(
                        SearchQuery.parse(
                                " casa -\"a b\" from:@Ana in:\"La  casa\" -has:link mentions:me on:2026-01-31\t"))
                .containsExactly(
                        new SearchPart.Word("casa", false),
                        new SearchPart.Phrase("a b", true),
                        new SearchPart.From("ana", false),
                        new SearchPart.In("La casa", false),
                        new SearchPart.Marked("!link", true),
                        new SearchPart.MentionsMe(false),
                        new SearchPart.On(LocalDate.of(2026, 1, 31)));
    }

    @Test
    void aPhraseMayStillBeOpen() {
        assertThat(SearchQuery.parse("\"casa bla"))
                .isEqualTo(List.of(new SearchPart.Phrase("casa bla", false)));
        assertThat(SearchQuery.parse("in:\"casa bla"))
                .isEqualTo(List.of(new SearchPart.In("casa bla", false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/?a=\u00f1",
                "10:30",
                "nota:bien",
                "well-known",
                "a&b|c!(d):*",
                "'x'::tsquery"
            })
    void whatIsNoOperatorShouldBeAWord(String text) {
        assertThat(SearchQuery.parse(text)).isEqualTo(List.of(new SearchPart.Word(text, false)));
    }

    @ParameterizedTest
    @CsvSource({
        "has:cats, 'has:cats is none of has:audio, has:file, has:image, has:link'",
        "is:image, is:image is none of is:pinned",
        "is:new, is:new is none of is:pinned",
        "a mentions:ana, mentions:ana is not",
        "before:2026-02-30, before:2026-02-30 is not a day",
        "after:yesterday, after:yesterday is not a day",
        "on:+12026-01-01, is not a day",
        "-on:2026-01-01, can not be negated",
        "from:, nothing after from:",
        "from:@, nothing after from:@",
        "in:\"\", nothing after in:",
        "\"\", must have a word or an operator",
    })
    void aPartThatIsNoneShouldBeNamed(String query, String message) {
        refused(query, message);
    }

    @Test
    void theLengthShouldBeBounded() {
        assertThat(SearchQuery.parse("a".repeat(256))).hasSize(1);
        refused("a".repeat(257), "1 to 256");
        refused("a".repeat(10_240), "1 to 256");
        assertThat(SearchQuery.parse("a ".repeat(20))).hasSize(20);
        refused("a ".repeat(21), "at most 20 parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "\u202eabc", "\u2066a", "\ud800", "\u200b"})
    void whatIsNoTextShouldBeRefused(String query) {
        refused(query, "");
    }

    private static void refused(String query, String message) {
        assertThatThrownBy(() -> SearchQuery.parse(query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> {
                            assertThat(problem.errors()).hasSize(1);
                            assertThat(problem.errors().getFirst().field()).isEqualTo("q");
                            assertThat(problem.errors().getFirst().message()).contains(message);
                        });
    }
}
