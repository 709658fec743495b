package org.tertulia.notification.push.delivery;

import java.text.BreakIterator;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.tertulia.notification.language.Language;

/** What a notification says in the language of a browser: the files {@code push-texts_*.properties}, read once. */
final class PushTexts {

    /** UTF-16 units of a name; with an excerpt, a message stays well below its 3,000 bytes. */
    private static final int MAX_NAME = 100;

    private static final String ELLIPSIS = "…";

    private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

    /** Reads the files. */
    PushTexts() {
        for (var language : Language.values()) {
            bundles.put(language, read(language));
        }
    }

    /** The first line: who did what, and where. */
    String title(PushedNotification it, Language language) {
        var texts = Objects.requireNonNull(bundles.get(language));
        var author = Objects.requireNonNullElseGet(it.author(), () -> texts.getString("somebody"));
        var chat = Objects.requireNonNullElse(it.chatTitle(), "");
        var title = format(texts, title(texts, it), cut(author), cut(chat));
        return it.count() > 1
                ? format(texts, texts.getString("several"), title, Integer.toString(it.count()))
                : title;
    }

    /** The most telling text that there is for it. */
    private static String title(ResourceBundle texts, PushedNotification it) {
        var own = it.by() == null ? it.kind() + ".own" : "";
        var placed = it.chatTitle() == null ? "" : it.kind() + ".in";
        return Stream.of(own, placed, it.kind(), "other")
                .filter(texts::containsKey)
                .findFirst()
                .map(texts::getString)
                .orElseThrow();
    }

    private static String format(ResourceBundle texts, String text, Object... values) {
        return new MessageFormat(text, texts.getLocale()).format(values);
    }

    private static ResourceBundle read(Language language) {
        return ResourceBundle.getBundle(
                "push-texts",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String cut(String name) {
        if (name.length() <= MAX_NAME) {
            return name;
        }
        var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(name);
        return name.substring(0, graphemes.preceding(MAX_NAME)) + ELLIPSIS;
    }
}
