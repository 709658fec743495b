package org.tertulia.message.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query as {@code search_messages} of the database takes it.
 *
 * @param chats only in these; null for all
 * @param notChats not in these
 * @param keys what the index is asked; null when it can not help
 * @param words what a message has to match; null for everything
 * @param exact what it has to match as it is written; null for everything
 * @param from posted then or later; null for always
 * @param to posted earlier; null for always
 * @param prefixes beginnings of words to highlight; ranked higher where they are all of the word
 * @param lexemes words and stems to highlight
 */
record SearchPlan(
        @Nullable List<UUID> chats,
        List<UUID> notChats,
        @Nullable String keys,
        @Nullable String words,
        @Nullable String exact,
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> prefixes,
        List<String> lexemes) {

    /** Keeps its own copies. */
    SearchPlan {
        chats = chats == null ? null : List.copyOf(chats);
        notChats = List.copyOf(notChats);
        prefixes = List.copyOf(prefixes);
        lexemes = List.copyOf(lexemes);
    }
}
