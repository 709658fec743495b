package org.tertulia.auth.account;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** A person's own account. */
@RestController
class AccountController {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/api/v1/auth/account")
    Mono<AccountView> account(Actor actor) {
        return accounts.find(actor.userId())
                .map(credentials -> AccountView.of(credentials.account()))
                .switchIfEmpty(Mono.error(AccountController::gone));
    }

    private static ProblemException gone() {
        return new ProblemException(ProblemTypes.NOT_FOUND, "The account does not exist any more.");
    }
}
