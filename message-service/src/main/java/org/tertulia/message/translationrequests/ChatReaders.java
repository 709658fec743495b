package org.tertulia.message.translationrequests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tertulia.starter.id.UserId;

/**
 * In which languages people want to read one chat. Of each language it is enough to know whether more than one person
 * wants it: who says something needs no translation of it. Safe for many threads.
 */
public final class ChatReaders {

    /** By language the only one who wants it; empty when several do. */
    private final Map<String, Optional<UserId>> byLanguage = new ConcurrentHashMap<>();

    /** Counts somebody who wants to read in this language. */
    public void add(String language, UserId person) {
        byLanguage.merge(language, Optional.of(person), ChatReaders::both);
    }

    private static Optional<UserId> both(Optional<UserId> one, Optional<UserId> other) {
        return one.equals(other) ? one : Optional.empty();
    }

    /** Whether nobody wants anything. */
    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** The languages that others than {@code sender} want, in the order of their codes. */
    public List<String> languagesBeside(UserId sender) {
        var only = Optional.of(sender);
        return byLanguage.entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(only))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
