package org.tertulia.user.profile;

import org.tertulia.contracts.Topics;
import org.tertulia.contracts.user.ProfileChanged;

/** What others are told of a profile. */
final class ProfileEvents {

    static final String TOPIC = Topics.USER_EVENTS;

    private ProfileEvents() {}

    static ProfileChanged changed(Profile profile) {
        return new ProfileChanged(
                profile.userId().value(),
                profile.version(),
                profile.handle(),
                profile.displayName(),
                profile.bio(),
                profile.picture() == null ? null : profile.picture().value(),
                profile.changedAt());
    }
}
