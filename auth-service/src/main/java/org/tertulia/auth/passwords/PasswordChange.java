package org.tertulia.auth.passwords;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.auth.account.Accounts;
import org.tertulia.auth.account.Credentials;
import org.tertulia.auth.sessions.RevocationReason;
import org.tertulia.auth.sessions.SessionRevocation;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** Changes a person's password and, since somebody may have known the old one, ends their other sessions. */
@Component
public class PasswordChange {

    private static final String FIELD = "newPassword";

    private final Accounts accounts;
    private final PasswordCheck check;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final SessionRevocation sessions;
    private final TransactionalOperator transactions;

    PasswordChange(
            Accounts accounts,
            PasswordCheck check,
            PasswordPolicy policy,
            PasswordHashing hashing,
            SessionRevocation sessions,
            TransactionalOperator transactions) {
        this.accounts = accounts;
        this.check = check;
        this.policy = policy;
        this.hashing = hashing;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /**
     * Replaces the password; the actor's own session stays. Fails with validation-failed on {@code
     * currentPassword} when that is wrong or was changed meanwhile (a 401 would tell clients that their
     * access token is bad), {@link GuessablePassword}, {@link TooManyAttempts}, {@link
     * PasswordHashingBusy}.
     */
    public Mono<Void> change(Actor actor, Password current, Password chosen) {
        return accounts.find(actor.userId())
                .switchIfEmpty(Mono.error(InvalidCredentials::new))
                .doOnNext(found -> checkPolicy(found, chosen))
                .flatMap(found -> check.ofAccount(found, current))
                .zipWhen(_ -> hashing.hash(chosen))
                .flatMap(both -> store(actor, both.getT1(), both.getT2()))
                .onErrorMap(InvalidCredentials.class, _ -> currentPasswordWrong());
    }

    private void checkPolicy(Credentials credentials, Password chosen) {
        var account = credentials.account();
        policy.check(FIELD, chosen, account.handle(), account.email());
    }

    private static ProblemException currentPasswordWrong() {
        return new ProblemException(
                        ProblemTypes.VALIDATION_FAILED, "The current password is wrong.")
                .field("currentPassword", "is wrong");
    }

    private Mono<Void> store(Actor actor, Credentials before, String hash) {
        return accounts.replacePassword(before, hash)
                .flatMap(
                        replaced ->
                                replaced
                                        ? sessions.revokeOthers(
                                                actor, RevocationReason.PASSWORD_CHANGED)
                                        : Mono.error(new InvalidCredentials()))
                .as(transactions::transactional);
    }
}
