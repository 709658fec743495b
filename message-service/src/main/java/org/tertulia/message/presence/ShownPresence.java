package org.tertulia.message.presence;

import org.jspecify.annotations.Nullable;

/**
 * What others are told of a person. Whoever is offline has neither text nor emoji, so that those who are
 * invisible look like everybody who is not there.
 *
 * @param status how they are seen
 * @param text their custom status
 * @param emoji the emoji of it
 */
public record ShownPresence(PresenceStatus status, @Nullable String text, @Nullable String emoji) {

    /** Of everybody nothing is known of. */
    public static final ShownPresence OFFLINE =
            new ShownPresence(PresenceStatus.OFFLINE, null, null);
}
