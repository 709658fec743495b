package org.tertulia.translation.messages;

import java.util.Set;
import org.tertulia.translation.glossary.ChatGlossary;
import org.tertulia.translation.language.Language;

/**
 * What a translation depends on beside its text.
 *
 * @param likely the languages that are spoken in the chat
 * @param glossary its own words
 */
record ChatWords(Set<Language> likely, ChatGlossary glossary) {

    ChatWords {
        likely = Set.copyOf(likely);
    }
}
