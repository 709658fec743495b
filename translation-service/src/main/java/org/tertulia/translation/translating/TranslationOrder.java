package org.tertulia.translation.translating;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tertulia.translation.glossary.Term;
import org.tertulia.translation.language.Language;

/**
 * What is to be translated.
 *
 * @param text as a person wrote it, marks and all
 * @param target the language it is wanted in
 * @param source the language it is in; null when that is to be found out
 * @param likely languages that it is more likely to be in than others: what is spoken in the chat, by the person
 * @param glossary the chat's own words
 */
public record TranslationOrder(
        String text,
        Language target,
        @Nullable Language source,
        Set<Language> likely,
        List<Term> glossary) {

    /** Keeps its own copies. */
    public TranslationOrder {
        likely = Set.copyOf(likely);
        glossary = List.copyOf(glossary);
    }
}
