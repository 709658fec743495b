package org.tertulia.translation.bot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tertulia.translation.language.Language;

/** What somebody wants of the bot. */
sealed interface Question {

    /** To be told what it can do. */
    record Help() implements Question {}

    /**
     * These words in another language.
     *
     * @param text the words
     * @param target the language; null when they did not say which
     */
    record OfText(String text, @Nullable Language target) implements Question {}

    /**
     * What somebody else said in another language.
     *
     * @param message its seq
     * @param target the language; null when they did not say which
     */
    record OfMessage(long message, @Nullable Language target) implements Question {}

    /** What is written to the bot alone: all of it is to be translated. */
    static Question alone(String text) {
        var words = text.strip();
        return words.isEmpty() || Words.isForHelp(words) ? new Help() : new OfText(words, null);
    }

    /**
     * What somebody calls the bot for.
     *
     * @param text what they say, its name included
     * @param handle the bot's name
     * @param replyTo the seq of the message that theirs answers; null when it answers none
     */
    static Question calling(String text, String handle, @Nullable Long replyTo) {
        var words = Words.without(text, handle);
        var target = Words.language(words);
        var rest = target == null ? words : Words.afterFirst(words);
        if (!rest.isEmpty() && !(target == null && Words.isForHelp(rest))) {
            return new OfText(rest, target);
        }
        return rest.isEmpty() && replyTo != null ? new OfMessage(replyTo, target) : new Help();
    }

    /** How the words of a call are read. */
    final class Words {

        /**
         * Codes that are taken for a language at the beginning of a call. Others are words of Spanish or English as well
         * ({@code de}, {@code no}, {@code it}): these languages are called by their names.
         */
        private static final Set<String> CODES =
                Set.of(
                        "ar", "ca", "en", "es", "eu", "fr", "gl", "ja", "nl", "pl", "pt", "ro",
                        "ru", "sv", "uk", "zh");

        private static final Set<String> HELP = Set.of("help", "ayuda", "?", "/help", "/ayuda");
        private static final Map<String, Language> NAMES = new TreeMap<>();
        private static final Pattern SPACE = Pattern.compile("\\s+");
        private static final Pattern MARKS = Pattern.compile("[:,.]+$");

        static {
            for (var code : Locale.getISOLanguages()) {
                for (var reader : List.of(Locale.ENGLISH, Locale.of("es"))) {
                    var language = new Language(code);
                    NAMES.putIfAbsent(lower(language.name(reader)), language);
                }
            }
        }

        private Words() {}

        static boolean isForHelp(String words) {
            return HELP.contains(lower(words));
        }

        /** Without the first call of the bot; spaces around it are one then. */
        static String without(String text, String handle) {
            var call =
                    Pattern.compile(
                            "\\s*@" + Pattern.quote(handle) + "(?![\\p{L}\\p{N}_-])[:,]?\\s*",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            return call.matcher(text).replaceFirst(" ").strip();
        }

        /** The language that the first word names; null when it names none. */
        static @Nullable Language language(String words) {
            var first = lower(MARKS.matcher(SPACE.split(words, 2)[0]).replaceFirst(""));
            return CODES.contains(first) ? new Language(first) : NAMES.get(first);
        }

        static String afterFirst(String words) {
            return Stream.of(SPACE.split(words, 2)).skip(1).findFirst().orElse("").strip();
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }
}
