package org.tertulia.user.profile;

import java.time.Instant;
import org.tertulia.starter.id.UserId;

/**
 * A person's profile at one of its versions.
 *
 * @param userId whose
 * @param handle unique name, lower case, for good
 * @param displayName name shown to others
 * @param bio free text, empty when not set
 * @param createdAt when the person registered, UTC
 * @param changedAt when this version came to be, UTC
 * @param version 1, 2, 3 … without a gap: the number of the event that led here
 */
public record Profile(
        UserId userId,
        String handle,
        String displayName,
        String bio,
        Instant createdAt,
        Instant changedAt,
        long version) {

    /** The first version, of somebody who just registered. */
    static Profile first(NewAccount account) {
        return new Profile(
                account.userId(),
                account.handle(),
                account.displayName(),
                "",
                account.createdAt(),
                account.createdAt(),
                1);
    }

    /** The next version. */
    Profile changed(ProfileText text, Instant now) {
        return new Profile(
                userId, handle, text.displayName(), text.bio(), createdAt, now, version + 1);
    }

    /** Whether it says that already. */
    boolean says(ProfileText text) {
        return displayName.equals(text.displayName()) && bio.equals(text.bio());
    }
}
