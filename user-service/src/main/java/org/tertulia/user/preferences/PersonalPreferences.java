package org.tertulia.user.preferences;

import org.springframework.stereotype.Component;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.user.profile.Profiles;
import reactor.core.publisher.Mono;

/** Reads and replaces the preferences of the caller. The last writer wins. */
@Component
final class PersonalPreferences {

    private final PreferencesRepository stored;
    private final Profiles profiles;

    PersonalPreferences(PreferencesRepository stored, Profiles profiles) {
        this.stored = stored;
        this.profiles = profiles;
    }

    /**
     * Somebody without any begins with the language they registered with: having a profile means that it
     * was stored. Fails as {@link Profiles#mine} does.
     */
    Mono<Preferences> read(Actor actor, CallerToken token) {
        return stored.find(actor.userId())
                .switchIfEmpty(
                        Mono.defer(() -> profiles.mine(actor, token))
                                .then(Mono.defer(() -> stored.find(actor.userId()))))
                .defaultIfEmpty(Preferences.DEFAULT);
    }

    /** What is stored afterwards. */
    Mono<Preferences> replace(Actor actor, Preferences preferences) {
        return stored.store(actor.userId(), preferences).thenReturn(preferences);
    }
}
