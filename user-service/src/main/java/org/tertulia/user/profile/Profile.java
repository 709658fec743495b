package org.tertulia.user.profile;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/**
 * A person's profile at one of its versions.
 *
 * @param userId whose
 * @param handle unique name, lower case, for good
 * @param displayName name shown to others
 * @param bio free text, empty when not set
 * @param picture a file of theirs; null for none
 * @param createdAt when the person registered, UTC
 * @param changedAt when this version came to be, UTC
 * @param version 1, 2, 3 … without a gap: the number of the event that led here
 */
public record Profile(
        UserId userId,
        String handle,
        String displayName,
        String bio,
        @Nullable MediaId picture,
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
                null,
                account.createdAt(),
                account.createdAt(),
                1);
    }

    /** The next version, saying that; itself when it says so already. */
    Profile saying(ProfileText text, Instant now) {
        var says = displayName.equals(text.displayName()) && bio.equals(text.bio());
        return says ? this : next(text.displayName(), text.bio(), picture, now);
    }

    /** The next version, with that picture; itself when it has that already. */
    Profile picturedBy(@Nullable MediaId file, Instant now) {
        return Objects.equals(picture, file) ? this : next(displayName, bio, file, now);
    }

    private Profile next(String name, String text, @Nullable MediaId file, Instant now) {
        return new Profile(userId, handle, name, text, file, createdAt, now, version + 1);
    }
}
