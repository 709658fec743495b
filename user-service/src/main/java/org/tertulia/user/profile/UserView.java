package org.tertulia.user.profile;

import java.time.Instant;
import org.tertulia.starter.id.UserId;

/**
 * A person as others see them.
 *
 * @param id the person
 * @param handle unique name, lower case
 * @param displayName name shown to others
 * @param bio free text, empty when not set
 * @param createdAt when the person registered, UTC
 */
public record UserView(
        UserId id, String handle, String displayName, String bio, Instant createdAt) {

    /** Shows a profile. */
    public static UserView of(Profile profile) {
        return new UserView(
                profile.userId(),
                profile.handle(),
                profile.displayName(),
                profile.bio(),
                profile.createdAt());
    }
}
