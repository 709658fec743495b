package org.tertulia.notification.push.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.push.encryption.SubscriptionKeys;
import org.tertulia.starter.id.UserId;

/**
 * A row of the queue, claimed by this instance, with what it tells as that is now.
 *
 * @param place which row, and as of when
 * @param receiver to which browser
 * @param attempts how often it was tried, this time included
 * @param at when it happened
 * @param notification what is to be shown; null when nothing is, or not any more
 * @param settled what is to be taken away
 * @param unread notifications of the person
 */
record Push(
        Place place,
        Receiver receiver,
        int attempts,
        Instant at,
        @Nullable PushedNotification notification,
        List<UUID> settled,
        int unread) {

    /** Keeps its own copy. */
    Push {
        settled = List.copyOf(settled);
    }

    /**
     * Which row of the queue.
     *
     * @param subscription the subscription
     * @param burst what is one message as long as it waits
     * @param version as of when
     */
    record Place(UUID subscription, String burst, long version) {}

    /**
     * A browser.
     *
     * @param person whose it is
     * @param endpoint where its push service takes messages
     * @param keys what they are encrypted with
     * @param contentFree whether they only say that there is something
     * @param language of titles
     */
    record Receiver(
            UserId person,
            String endpoint,
            SubscriptionKeys keys,
            boolean contentFree,
            Language language) {}

    /** Whether it takes something away; when something is shown in its place, that does it. */
    boolean takesAway() {
        return notification == null && !settled.isEmpty();
    }
}
