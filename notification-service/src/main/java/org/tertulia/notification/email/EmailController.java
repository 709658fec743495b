package org.tertulia.notification.email;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** What the caller gets by e-mail; whoever has the link may confirm the address it was sent to. */
@RestController
@RequestMapping("/api/v1/notifications/email")
final class EmailController {

    private final EmailPreferences preferences;

    EmailController(EmailPreferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    Mono<EmailSettingsView> read(Actor actor) {
        return preferences.read(actor.userId());
    }

    @PutMapping
    Mono<EmailSettingsView> store(Actor actor, @Valid @RequestBody EmailSettingsRequest request) {
        return preferences.store(actor.userId(), request.settings());
    }

    @PostMapping("/confirmations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> confirm(@Valid @RequestBody ConfirmationRequest request) {
        return preferences.confirm(request.token());
    }
}
