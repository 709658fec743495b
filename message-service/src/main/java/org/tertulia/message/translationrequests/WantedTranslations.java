package org.tertulia.message.translationrequests;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.LanguageCode;

/**
 * Where one connection wants to read in another language.
 *
 * @param language the shortest ISO 639 code of the language, as the translation service names it; null when it wants
 *     nothing translated
 * @param everything whether it wants that in all chats but {@code chats}, or in these only
 * @param chats the exceptions
 */
public record WantedTranslations(@Nullable String language, boolean everything, Set<ChatId> chats) {

    /** What every connection begins with. */
    public static final WantedTranslations NONE = new WantedTranslations(null, false, Set.of());

    /** Chats that may be named. As many as the translation service keeps of a person. */
    public static final int MAX_CHATS = 500;

    /** What the code of a language looks like, which not everything is that looks so. */
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    /** Of ISO 639 too, and no language. */
    private static final Set<String> NO_LANGUAGE = Set.of("und", "mis", "mul", "zxx");

    /** Languages that there are machines for, and no name in the JDK. */
    private static final Set<String> NAMELESS =
            Set.of("hbs", "kmr", "lvs", "olo", "quz", "scs", "uum");

    /** Keeps its own copy of the chats. */
    public WantedTranslations {
        chats = Set.copyOf(chats);
    }

    /**
     * What a client asks for. Fails with validation-failed for what is no BCP 47 tag of a language that there is, and for too
     * many chats.
     */
    public static WantedTranslations of(
            @Nullable String tag, boolean everything, List<ChatId> chats) {
        if (chats.size() > MAX_CHATS) {
            throw refused("chats", "must be at most %d".formatted(MAX_CHATS));
        }
        return tag == null
                ? NONE
                : new WantedTranslations(code(tag), everything, Set.copyOf(chats));
    }

    /** Variants of a language are one here: translations are made into the language. */
    private static String code(String tag) {
        var code = language(tag);
        if (!CODE.matcher(code).matches() || NO_LANGUAGE.contains(code) || !isKnown(code)) {
            throw refused("language", "must be the tag of a language, such as en");
        }
        return code;
    }

    /** What has no name the JDK calls by its code. */
    private static boolean isKnown(String code) {
        return NAMELESS.contains(code)
                || !Locale.of(code).getDisplayLanguage(Locale.ENGLISH).equals(code);
    }

    /** Empty where there is none. */
    private static String language(String tag) {
        try {
            return LanguageCode.of(tag);
        } catch (IllegalArgumentException noTag) {
            return "";
        }
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, message);
    }

    /** Whether nothing is wanted anywhere. */
    public boolean isNone() {
        return language == null;
    }

    /** The language that is wanted in a chat; null when none is. */
    public @Nullable String in(ChatId chat) {
        return everything == chats.contains(chat) ? null : language;
    }
}
