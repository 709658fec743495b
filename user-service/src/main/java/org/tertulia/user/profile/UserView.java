package org.tertulia.user.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;

/**
 * A person as others see them.
 *
 * @param id the person
 * @param handle unique name, lower case
 * @param displayName name shown to others
 * @param bio free text, empty when not set
 * @param pictureId their picture; left out when they have none
 * @param createdAt when the person registered, UTC
 */
public record UserView(
        UserId id,
        String handle,
        String displayName,
        String bio,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MediaId pictureId,
        Instant createdAt) {

    /** Shows a profile. */
    public static UserView of(Profile profile) {
        return new UserView(
                profile.userId(),
                profile.handle(),
                profile.displayName(),
                profile.bio(),
                profile.picture(),
                profile.createdAt());
    }
}
