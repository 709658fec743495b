package org.tertulia.message.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A place in all messages of a person, from old to new. Of two messages of one moment, the one of the
 * greater chat id is the newer; ids are compared as PostgreSQL does, byte by byte.
 *
 * @param postedAt when, in microseconds
 * @param chatId the chat
 * @param seq in its log
 */
record SearchPlace(Instant postedAt, UUID chatId, long seq) implements Comparable<SearchPlace> {

    private static final Comparator<SearchPlace> ORDER =
            Comparator.comparing(SearchPlace::postedAt)
                    .thenComparing(place -> place.chatId().toString())
                    .thenComparingLong(SearchPlace::seq);

    @Override
    public int compareTo(SearchPlace other) {
        return ORDER.compare(this, other);
    }

    /** The place right after this one. */
    SearchPlace next() {
        return new SearchPlace(postedAt, chatId, seq + 1);
    }
}
