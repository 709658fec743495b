package org.tertulia.notification.push.subscriptions;

import java.time.Instant;
import java.util.UUID;
import org.tertulia.notification.language.Language;

/**
 * A browser of the caller's that is told. Where it is reached is nobody's business any more.
 *
 * @param subscriptionId which
 * @param name what the person calls the device; may be empty
 * @param contentFree whether messages only say that there is something
 * @param language of titles
 * @param createdAt when the person subscribed with it first, UTC
 */
record SubscriptionView(
        UUID subscriptionId,
        String name,
        boolean contentFree,
        Language language,
        Instant createdAt) {

    static SubscriptionView of(Subscription subscription) {
        return new SubscriptionView(
                subscription.id(),
                subscription.name(),
                subscription.contentFree(),
                subscription.language(),
                subscription.createdAt());
    }
}
