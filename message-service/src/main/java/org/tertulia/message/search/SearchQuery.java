package org.tertulia.message.search;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.PlainText;

/**
 * Reads what people type: words, {@code "phrases"}, {@code operator:value}, each with a {@code -} before
 * it for the contrary. What looks like an operator and is none ({@code https://…}, {@code 10:30}) is a
 * word.
 */
final class SearchQuery {

    /** The most characters of a query. */
    static final int MAX_GRAPHEMES = 256;

    /** The most parts of a query. */
    static final int MAX_PARTS = 20;

    /** Years of four digits, in every time zone and also on the day after. */
    private static final int MIN_YEAR = 1000;

    private static final int MAX_YEAR = 9998;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** A phrase need not be closed: it may be just being typed. */
    private static final Pattern PART =
            Pattern.compile(
                    "(?<not>-?)(?:(?<key>[A-Za-z]+):(?:\"(?<quoted>[^\"]*)(?:\"|$)|(?<value>\\S*))|\"(?<phrase>[^\"]*)(?:\"|$)|(?<word>[^\\s\"]+))");

    private static final Set<String> OPERATORS =
            Set.of("from", "in", "before", "after", "on", "has", "is", "mentions");

    private static final Map<String, String> MARKS =
            Map.of(
                    "has:audio", "!audio",
                    "has:file", "!file",
                    "has:image", "!image",
                    "has:link", "!link",
                    "has:reaction", "!reaction",
                    "has:thread", "!thread",
                    "has:video", "!video",
                    "is:pinned", "!pinned");

    private SearchQuery() {}

    /** The parts of {@code query}, at least one. Fails with validation-failed, naming the part. */
    static List<SearchPart> parse(@Nullable String query) {
        var text =
                PlainText.clean(
                        "q",
                        query == null ? null : SPACE.matcher(query).replaceAll(" "),
                        1,
                        MAX_GRAPHEMES);
        var parts = new ArrayList<SearchPart>();
        PART.matcher(text).results().forEach(found -> add(parts, found));
        if (parts.size() > MAX_PARTS) {
            throw refused("must have at most %d parts".formatted(MAX_PARTS));
        }
        if (parts.isEmpty()) {
            throw nothingToLookFor();
        }
        return List.copyOf(parts);
    }

    /** The problem of a query without a word or an operator. */
    static ProblemException nothingToLookFor() {
        return refused("must have a word or an operator");
    }

    private static void add(List<SearchPart> parts, MatchResult found) {
        var negated = !found.group("not").isEmpty();
        var key = found.group("key");
        if (key != null && OPERATORS.contains(key.toLowerCase(Locale.ROOT))) {
            var quoted = found.group("quoted");
            var value = quoted == null ? found.group("value") : quoted;
            parts.add(operator(key.toLowerCase(Locale.ROOT), value.strip(), negated));
        } else if (found.group("phrase") != null) {
            addUnlessBlank(parts, new SearchPart.Phrase(found.group("phrase").strip(), negated));
        } else {
            var word = found.group().substring(negated ? 1 : 0);
            parts.add(new SearchPart.Word(word, negated));
        }
    }

    private static void addUnlessBlank(List<SearchPart> parts, SearchPart.Phrase phrase) {
        if (!phrase.text().isEmpty()) {
            parts.add(phrase);
        }
    }

    private static SearchPart operator(String key, String value, boolean negated) {
        if (value.isEmpty()) {
            throw refused("has nothing after %s:".formatted(key));
        }
        return switch (key) {
            case "from" -> new SearchPart.From(handle(value), negated);
            case "in" -> new SearchPart.In(value, negated);
            case "has", "is" -> new SearchPart.Marked(mark(key, value), negated);
            case "mentions" -> mentions(value, negated);
            default -> day(key, value, negated);
        };
    }

    private static String handle(String value) {
        var handle = value.startsWith("@") ? value.substring(1) : value;
        if (handle.isEmpty()) {
            throw refused("has nothing after from:@");
        }
        return handle.toLowerCase(Locale.ROOT);
    }

    private static String mark(String key, String value) {
        var mark = MARKS.get(key + ":" + value.toLowerCase(Locale.ROOT));
        if (mark == null) {
            var known = MARKS.keySet().stream().filter(it -> it.startsWith(key)).sorted().toList();
            throw refused("%s:%s is none of %s".formatted(key, value, String.join(", ", known)));
        }
        return mark;
    }

    private static SearchPart mentions(String value, boolean negated) {
        if (!value.equalsIgnoreCase("me") && !value.equalsIgnoreCase("@me")) {
            throw refused("mentions:%s is not mentions:me".formatted(value));
        }
        return new SearchPart.MentionsMe(negated);
    }

    private static SearchPart day(String key, String value, boolean negated) {
        if (negated) {
            throw refused("-%s: can not be negated".formatted(key));
        }
        try {
            var day = LocalDate.parse(value);
            if (day.getYear() < MIN_YEAR || day.getYear() > MAX_YEAR) {
                throw refused("%s:%s is not a day like 2026-01-31".formatted(key, value));
            }
            return switch (key) {
                case "before" -> new SearchPart.Before(day);
                case "after" -> new SearchPart.After(day);
                default -> new SearchPart.On(day);
            };
        } catch (DateTimeParseException noDay) {
            throw refused("%s:%s is not a day like 2026-01-31".formatted(key, value));
        }
    }

    private static ProblemException refused(String message) {
        return new ProblemException(
                        ProblemTypes.VALIDATION_FAILED, "The query %s.".formatted(message))
                .field("q", message);
    }
}
