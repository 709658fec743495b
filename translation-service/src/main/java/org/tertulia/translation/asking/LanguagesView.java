package org.tertulia.translation.asking;

import java.util.List;

/**
 * What can be translated now.
 *
 * @param languages those that something can be translated from or into, by their names
 * @param pairs the directions, each with the engine that is asked first
 * @param engines those that are configured, in the order in which they are asked
 */
record LanguagesView(List<NamedLanguage> languages, List<Pair> pairs, List<Engine> engines) {

    LanguagesView {
        languages = List.copyOf(languages);
        pairs = List.copyOf(pairs);
        engines = List.copyOf(engines);
    }

    /**
     * A language.
     *
     * @param language its tag
     * @param name what it is called, in the caller's language
     */
    record NamedLanguage(String language, String name) {}

    /**
     * A direction.
     *
     * @param source the language of what there is
     * @param target the language of what is to be
     * @param engine what translates it first
     */
    record Pair(String source, String target, String engine) {}

    /**
     * What translates.
     *
     * @param name what it is called
     * @param available whether it translates anything now
     */
    record Engine(String name, boolean available) {}
}
