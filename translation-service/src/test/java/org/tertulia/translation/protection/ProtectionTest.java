package org.tertulia.translation.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.HostileTexts;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.Part;
import org.tertulia.translation.glossary.Term;
import org.tertulia.translation.language.Language;

class ProtectionTest {

    private static final Language SPANISH = new Language("es");

    private static final long SEED = 20_261_103;
    private static final List<Term> TERMS = List.of(new Term("Tertulia", null, null));
    private static final List<String> WORDS = List.of("is red", "ok,", "see", "¿qué?", "3 kg");
    private static final List<String> PROTECTED =
            List.of(
                    "@ana",
                    "@all",
                    "@ana.b-c",
                    "#plaza-mayor",
                    "https://example.org/a_(b)?c=d#e",
                    "www.example.org",
                    "ana@example.org",
                    "`x = y[0]`",
                    "``a ` b``",
                    ":tada:",
                    ":+1:",
                    "👍🏽",
                    "👩‍👩‍👧‍👦",
                    "🏳️‍🌈",
                    "🇪🇸",
                    "1️⃣",
                    "**",
                    "__",
                    "~~",
                    "||",
                    "foo_bar",
                    "\n",
                    "Tertulia",
                    "TERTULIA");
    private static final List<String> TRICKY =
            List.of(
                    "[",
                    "](",
                    "(a)",
                    "](a",
                    "<",
                    "`",
                    "```",
                    "```\n",
                    "`a\n\n",
                    "**",
                    "_a",
                    "a_",
                    "a",
                    "@",
                    "a@",
                    "a@b.",
                    "#",
                    "a#",
                    ":",
                    ":a",
                    "://",
                    "a://",
                    "www.",
                    "http://",
                    ".",
                    "mailto:",
                    "\n",
                    "\r",
                    " ",
                    "\t",
                    "> ",
                    "- ",
                    "1. ",
                    "# ",
                    "\\",
                    "👩‍",
                    "🏽",
                    "🇪",
                    "*️⃣",
                    "~",
                    "|",
                    "+",
                    "Tertulia");

    private final Protection protection = new Protection();

    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of("Hola @ana.b, ¿vienes?", List.of("@ana.b")),
                Arguments.of("Ask @ana.", List.of("@ana")),
                Arguments.of("mail ana@example.org now", List.of("ana@example.org")),
                Arguments.of("go to #plaza-mayor!", List.of("#plaza-mayor")),
                Arguments.of(
                        "see https://example.org/a_(b)?c=d#e, please",
                        List.of("https://example.org/a_(b)?c=d#e")),
                Arguments.of("www.example.org is down", List.of("www.example.org")),
                Arguments.of(
                        "[the house](https://example.org/x) is",
                        List.of("[", "](https://example.org/x)")),
                Arguments.of("use `x` and ``a ` b`` or `", List.of("`x`", "``a ` b``")),
                Arguments.of(
                        "look:\n```java\nint a = `b`;\n```\nnice",
                        List.of("\n", "```java\nint a = `b`;\n```", "\n")),
                Arguments.of("```\nno end @ana", List.of("```\nno end @ana")),
                Arguments.of(":tada: at 12:30:45 :+1:", List.of(":tada:", ":+1:")),
                Arguments.of(
                        "fine 👍🏽 👩‍👩‍👧‍👦 🇪🇸 1️⃣ ❤️",
                        List.of("👍🏽", "👩‍👩‍👧‍👦", "🇪🇸", "1️⃣", "❤️")),
                Arguments.of(
                        "**bold** _it_ ~~gone~~ ||spoiler||",
                        List.of("**", "**", "_", "_", "~~", "~~", "||", "||")),
                Arguments.of(
                        "> quote\n- one\n1. two\n## three",
                        List.of("> ", "\n", "- ", "\n", "1. ", "\n", "## ")),
                Arguments.of("call foo_bar now", List.of("foo_bar")),
                Arguments.of(
                        "```\na\n```java\nb\n```\nnice", List.of("```\na\n```java\nb\n```", "\n")),
                Arguments.of("one\r\ntwo\rthree\u2028four", List.of("\r\n", "\r", "\u2028")),
                Arguments.of("so 🏽", List.of("🏽")),
                Arguments.of("write to mailto:ana@example.org.", List.of("mailto:ana@example.org")),
                Arguments.of("a - b, 2 * 3", List.of("*")));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatIsNoWordShouldBeKept(String text, List<String> kept) {
        var marked = protection.mark(text, List.of(), SPANISH);
        assertThat(marked.kept()).extracting(Part.Kept::text).containsExactlyElementsOf(kept);
        assertThat(marked.plain()).isEqualTo(text);
    }

    @Test
    void wordsOfTheGlossaryShouldBecomeWhatItSays() {
        var glossary =
                List.of(
                        new Term("pull request", SPANISH, "PR"),
                        new Term("pull", null, null),
                        new Term("Tertulia", null, null),
                        new Term("house", new Language("fr"), "maison"));
        var marked =
                protection.mark(
                        "Tertulia: a Pull Request, a pull, a house, pulling", glossary, SPANISH);
        assertThat(marked.plain()).isEqualTo("Tertulia: a PR, a pull, a house, pulling");
        assertThat(marked.kept())
                .extracting(Part.Kept::text)
                .containsExactly("Tertulia", "PR", "pull");
    }

    @Test
    void thePartsOfAnyTextShouldBeTheText() {
        var texts = new HostileTexts(7);
        for (int i = 0; i < 5_000; i++) {
            var text = i % 100 == 0 ? texts.nextLong() : texts.next();
            assertThat(protection.mark(text, List.of(), SPANISH).plain()).isEqualTo(text);
        }
    }

    /** What is protected stands between words, in any order, and in any company. */
    @Test
    void whatIsProtectedShouldBeKeptWhereverItStands() {
        var random = new Random(SEED);
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder("the house");
            var expected = new ArrayList<String>();
            for (int j = random.nextInt(8); j >= 0; j--) {
                var kept = PROTECTED.get(random.nextInt(PROTECTED.size()));
                expected.add(kept);
                text.append(' ').append(kept).append(' ').append(WORDS.get(random.nextInt(5)));
            }
            var marked = protection.mark(text.toString(), TERMS, SPANISH);
            assertThat(marked.kept())
                    .as("seed %d: %s", SEED, text)
                    .extracting(Part.Kept::text)
                    .containsExactlyElementsOf(expected);
            assertThat(marked.plain()).isEqualTo(text.toString());
        }
    }

    /** Twice two pieces, again and again; in the worst pair each takes some 200 ms (measured), with a glossary. */
    @Test
    void aHostileTextShouldTakeNoLongerThanItIsLong() {
        var random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            var piece = TRICKY.get(random.nextInt(TRICKY.size()));
            var other = TRICKY.get(random.nextInt(TRICKY.size()));
            var text = (piece + other).repeat(100_000 / (piece.length() + other.length()));
            var marked =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(5),
                            () -> protection.mark(text, TERMS, SPANISH),
                            () -> "seed " + SEED + ": " + piece + other);
            assertThat(marked.plain()).isEqualTo(text);
        }
    }

    @Test
    void anAnswerShouldHaveWhatWasToSurvive() {
        var random = new Random(3);
        var source = protection.mark("Hi @ana, see `x` and `x` 👍", List.of(), SPANISH);
        var shuffled = new ArrayList<>(source.parts());
        Collections.shuffle(shuffled, random);
        var other = new MarkedText(shuffled);
        assertThat(Survival.check(source, other)).isSameAs(other);
        for (int i = 0; i < source.parts().size(); i++) {
            if (source.parts().get(i) instanceof Part.Kept) {
                var less = new ArrayList<>(source.parts());
                less.remove(i);
                assertThatThrownBy(() -> Survival.check(source, new MarkedText(less)))
                        .isInstanceOf(EngineFailed.class);
            }
        }
    }

    @Test
    void anAnswerWithoutWordsShouldBeNone() {
        assertThatThrownBy(() -> Survival.check(MarkedText.ofWords("Hi"), MarkedText.ofWords(" ")))
                .isInstanceOf(EngineFailed.class);
    }

    @Test
    void anAnswerThatIsMuchLongerThanTheTextShouldBeNone() {
        var source =
                new MarkedText(List.of(new Part.Words("mi casa "), new Part.Kept("x".repeat(900))));
        assertThat(Survival.check(source, answer(source, 120))).isNotNull();
        assertThatThrownBy(() -> Survival.check(source, answer(source, 130)))
                .isInstanceOf(EngineFailed.class);
    }

    /** 100 signs of Chinese are 400 letters of English, and more. */
    @Test
    void aSignShouldBeAllowedToBecomeAWord() {
        var source = MarkedText.ofWords("家".repeat(100));
        assertThat(Survival.check(source, MarkedText.ofWords("house ".repeat(90)))).isNotNull();
    }

    private static MarkedText answer(MarkedText source, int letters) {
        return new MarkedText(
                List.of(new Part.Words("a".repeat(letters)), source.kept().getFirst()));
    }
}
