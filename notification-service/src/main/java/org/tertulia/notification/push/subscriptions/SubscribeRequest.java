package org.tertulia.notification.push.subscriptions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.push.encryption.SubscriptionKeys;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.PlainText;

/**
 * Body of {@code PUT /notifications/push/subscriptions}: what {@code PushSubscription.toJSON()} gives a page, with what the
 * person wants of it.
 *
 * @param endpoint where the push service takes messages
 * @param keys what messages are encrypted with
 * @param name what the person calls the device
 * @param contentFree whether messages only say that there is something
 * @param language of titles
 */
record SubscribeRequest(
        @NotNull String endpoint,
        @Valid @NotNull Keys keys,
        @Nullable String name,
        @Nullable Boolean contentFree,
        @NotNull Language language) {

    private static final int MAX_NAME = 80;

    /**
     * What {@code PushSubscription.toJSON()} calls so.
     *
     * @param p256dh base64url of 65 bytes
     * @param auth base64url of 16 bytes
     */
    record Keys(@NotNull String p256dh, @NotNull String auth) {}

    /** Fails with validation-failed. */
    SubscriptionKeys checkedKeys() {
        var checked = new SubscriptionKeys(keys.p256dh(), keys.auth());
        if (!checked.hasPublicKey()) {
            throw refused("keys.p256dh", "must be a point of the curve P-256, as base64url");
        }
        if (!checked.hasSecret()) {
            throw refused("keys.auth", "must be 16 bytes, as base64url");
        }
        return checked;
    }

    /** Fails with validation-failed. */
    String checkedName() {
        return PlainText.clean("name", name, 0, MAX_NAME);
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, message);
    }
}
