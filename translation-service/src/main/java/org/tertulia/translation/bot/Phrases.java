package org.tertulia.translation.bot;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.translating.TranslationOutcome.Reason;
import org.tertulia.translation.translating.Translator;

/** What the bot says beside translations, in the languages it speaks. */
enum Phrases {
    /** To those who read English, and to all whose language the bot does not speak. */
    ENGLISH(Locale.ENGLISH) {
        @Override
        String help(String handle) {
            return """
                   Write to me alone, and I translate what you write. In a chat, call me: `@%1$s Buenos días` or, with the language first, \
                   `@%1$s fr Good morning`. Answer a message with `@%1$s`, and I translate that one.\
                   """
                    .formatted(handle);
        }

        @Override
        String why(Reason reason, @Nullable Language source, Language target) {
            return switch (reason) {
                case SAME_LANGUAGE -> "That is in %s already.".formatted(name(target));
                case NO_WORDS -> NOTHING;
                case UNSURE -> "I am not sure what language that is in.";
                case NO_ENGINE ->
                        source == null
                                ? "I do not know how to translate that into %s."
                                        .formatted(name(target))
                                : "I do not know how to translate %s into %s."
                                        .formatted(name(source), name(target));
                case TOO_LONG ->
                        "That is too long for me: I translate up to %,d characters."
                                .formatted(Translator.MAX_CHARACTERS);
                case ENGINES_FAILED -> "I can not translate just now. Try again in a while.";
            };
        }

        @Override
        String gone() {
            return NOTHING;
        }

        private static final String NOTHING = "There is nothing in it to translate.";
    },
    /** To those who read Spanish. */
    SPANISH(Locale.of("es")) {
        @Override
        String help(String handle) {
            return """
                   Escríbeme en privado y traduzco lo que escribas. En un chat, llámame: `@%1$s Good morning` o, con el idioma delante, \
                   `@%1$s fr Buenos días`. Responde a un mensaje con `@%1$s` y traduzco ese.\
                   """
                    .formatted(handle);
        }

        @Override
        String why(Reason reason, @Nullable Language source, Language target) {
            return switch (reason) {
                case SAME_LANGUAGE -> "Eso ya está en %s.".formatted(name(target));
                case NO_WORDS -> NOTHING;
                case UNSURE -> "No sé con seguridad en qué idioma está eso.";
                case NO_ENGINE ->
                        source == null
                                ? "No sé traducir eso al %s.".formatted(name(target))
                                : "No sé traducir del %s al %s."
                                        .formatted(name(source), name(target));
                case TOO_LONG ->
                        "Es demasiado largo para mí: traduzco hasta %d caracteres."
                                .formatted(Translator.MAX_CHARACTERS);
                case ENGINES_FAILED ->
                        "Ahora mismo no puedo traducir. Inténtalo dentro de un rato.";
            };
        }

        @Override
        String gone() {
            return NOTHING;
        }

        private static final String NOTHING = "Ahí no hay nada que traducir.";
    };

    private final Locale locale;

    Phrases(Locale locale) {
        this.locale = locale;
    }

    /** Those for somebody who reads a language; null when it is not known what they read. */
    static Phrases to(@Nullable Language reader) {
        return reader != null && reader.code().equals(SPANISH.locale.getLanguage())
                ? SPANISH
                : ENGLISH;
    }

    /** What the bot can do. */
    abstract String help(String handle);

    /** Why something is not translated. */
    abstract String why(Reason reason, @Nullable Language source, Language target);

    /** The message that was to be translated is not there, or has no words. */
    abstract String gone();

    String name(Language language) {
        return language.name(locale);
    }
}
