package org.tertulia.translation.engine.http;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.language.LanguagePair;

/**
 * What a server translates, with its own words for the languages: they tell variants apart, and we do not.
 *
 * @param tags the server's words for each direction
 */
record Directions(Map<LanguagePair, Tags> tags) {

    /** None, as long as it has not been asked. */
    static final Directions NONE = new Directions(Map.of());

    Directions {
        tags = Map.copyOf(tags);
    }

    /**
     * The server's words for the two languages of a direction.
     *
     * @param from the language of what there is
     * @param to the language of what is to be
     */
    record Tags(String from, String to) {

        private @Nullable LanguagePair pair() {
            var source = language(from);
            var target = language(to);
            return source == null || target == null || source.equals(target)
                    ? null
                    : new LanguagePair(source, target);
        }

        private int length() {
            return from.length() + to.length();
        }
    }

    /**
     * What a server offers. Of several variants of a language the plainest is used, such as {@code ES} before {@code
     * ES-419}, and of {@code EN-GB} and {@code EN-US} the one that comes first. Words that name no language are passed over.
     */
    static Directions of(Stream<Tags> offered) {
        var found = new HashMap<LanguagePair, Tags>();
        offered.forEach(
                tags -> {
                    var pair = tags.pair();
                    if (pair != null) {
                        found.merge(pair, tags, Directions::plainer);
                    }
                });
        return new Directions(found);
    }

    private static Tags plainer(Tags first, Tags second) {
        return second.length() < first.length() ? second : first;
    }

    private static @Nullable Language language(String tag) {
        try {
            return Language.of(tag);
        } catch (IllegalArgumentException noLanguage) {
            return null;
        }
    }
}
