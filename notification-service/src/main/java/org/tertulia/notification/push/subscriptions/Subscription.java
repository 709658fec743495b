package org.tertulia.notification.push.subscriptions;

import java.time.Instant;
import java.util.UUID;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.push.encryption.SubscriptionKeys;

/**
 * A browser that wants to be told.
 *
 * @param id which
 * @param endpoint where its push service takes messages for it
 * @param keys what they are encrypted with
 * @param name what the person calls the device; may be empty
 * @param contentFree whether messages only say that there is something
 * @param language of titles
 * @param createdAt when the person subscribed with it first, UTC
 */
record Subscription(
        UUID id,
        String endpoint,
        SubscriptionKeys keys,
        String name,
        boolean contentFree,
        Language language,
        Instant createdAt) {}
