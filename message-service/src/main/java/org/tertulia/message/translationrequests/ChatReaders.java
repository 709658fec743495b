package org.tertulia.message.translationrequests;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tertulia.starter.id.UserId;

/**
 * In which languages people want to read one chat, and how many people each of them; a person with many connections counts
 * once. Who says something needs no translation of it. Safe for many threads.
 */
public final class ChatReaders {

    private final Map<String, Set<UserId>> byLanguage = new ConcurrentHashMap<>();

    /** Counts somebody who wants to read in this language. */
    public void add(String language, UserId person) {
        byLanguage.computeIfAbsent(language, first -> ConcurrentHashMap.newKeySet()).add(person);
    }

    /** Whether nobody wants anything. */
    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /**
     * At most so many of the languages that others than {@code sender} want: those first that most of them do, among equals
     * in the order of their codes.
     */
    public List<String> languagesBeside(UserId sender, int most) {
        return byLanguage.entrySet().stream()
                .map(wanted -> Wanted.of(wanted.getKey(), wanted.getValue(), sender))
                .filter(wanted -> wanted.readers() > 0)
                .sorted(
                        Comparator.comparingInt(Wanted::readers)
                                .reversed()
                                .thenComparing(Wanted::language))
                .limit(most)
                .map(Wanted::language)
                .toList();
    }

    private record Wanted(String language, int readers) {

        static Wanted of(String language, Set<UserId> readers, UserId sender) {
            return new Wanted(language, readers.size() - (readers.contains(sender) ? 1 : 0));
        }
    }
}
