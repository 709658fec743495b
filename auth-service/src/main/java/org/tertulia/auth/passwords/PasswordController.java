package org.tertulia.auth.passwords;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** A person's own password. */
@RestController
class PasswordController {

    private final PasswordChange change;

    PasswordController(PasswordChange change) {
        this.change = change;
    }

    @PutMapping("/api/v1/auth/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> change(Actor actor, @Valid @RequestBody ChangePasswordRequest request) {
        return change.change(actor, request.current(), request.chosen());
    }
}
