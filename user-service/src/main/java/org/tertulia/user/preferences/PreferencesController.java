package org.tertulia.user.preferences;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;

/** The caller's preferences; nobody else's can be reached. */
@RestController
@RequestMapping("/api/v1/users/me/preferences")
final class PreferencesController {

    private final PersonalPreferences preferences;

    PreferencesController(PersonalPreferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    Mono<Preferences> read(Actor actor, CallerToken token) {
        return preferences.read(actor, token);
    }

    @PutMapping
    Mono<Preferences> replace(Actor actor, @Valid @RequestBody PreferencesRequest request) {
        return preferences.replace(actor, request.preferences());
    }
}
