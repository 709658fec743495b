package org.tertulia.auth.passwords;

import org.springframework.stereotype.Component;
import org.tertulia.auth.account.Accounts;
import org.tertulia.auth.account.Credentials;
import reactor.core.publisher.Mono;

/**
 * Finds out whether somebody knows a person's password. An account that does not exist takes the same
 * steps and the same time as one whose password is wrong, and ends with the same answer.
 */
@Component
public class PasswordCheck {

    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final PasswordAttempts attempts;

    PasswordCheck(Accounts accounts, PasswordHashing hashing, PasswordAttempts attempts) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.attempts = attempts;
    }

    /**
     * The credentials that {@code login} and {@code password} open. A hash made with outdated parameters is
     * replaced on the way. Fails with {@link InvalidCredentials}, {@link TooManyAttempts}, {@link
     * PasswordHashingBusy}.
     */
    public Mono<Credentials> byLogin(String login, Password password) {
        return accounts.findByLogin(login)
                .map(found -> new Candidate.Known(found))
                .cast(Candidate.class)
                .defaultIfEmpty(new Candidate.Unknown(login))
                .flatMap(candidate -> attempt(candidate, password))
                .delayUntil(credentials -> renewIfOutdated(credentials, password));
    }

    /** The credentials again, if {@code password} is theirs. Fails like {@link #byLogin}. */
    Mono<Credentials> ofAccount(Credentials credentials, Password password) {
        return attempt(new Candidate.Known(credentials), password);
    }

    private Mono<Credentials> attempt(Candidate candidate, Password password) {
        var subject = candidate.subject();
        return attempts.begin(subject)
                .then(Mono.defer(() -> matching(candidate, password)))
                .onErrorResume(
                        PasswordHashingBusy.class,
                        busy -> attempts.notMade(subject).then(Mono.error(busy)))
                .delayUntil(_ -> attempts.succeeded(subject))
                .switchIfEmpty(Mono.error(InvalidCredentials::new));
    }

    private Mono<Credentials> matching(Candidate candidate, Password password) {
        return switch (candidate) {
            case Candidate.Known(var credentials) ->
                    hashing.matches(password, credentials.passwordHash())
                            .filter(Boolean::booleanValue)
                            .map(_ -> credentials);
            case Candidate.Unknown _ -> hashing.matchesNobody(password).then(Mono.empty());
        };
    }

    private Mono<Void> renewIfOutdated(Credentials credentials, Password password) {
        if (!hashing.isOutdated(credentials.passwordHash())) {
            return Mono.empty();
        }
        return hashing.hash(password)
                .flatMap(hash -> accounts.replaceHash(credentials, hash))
                .onErrorComplete(PasswordHashingBusy.class);
    }

    /** Whose password is being tried. */
    private sealed interface Candidate {

        byte[] subject();

        record Known(Credentials credentials) implements Candidate {
            @Override
            public byte[] subject() {
                return PasswordAttempts.subject(credentials.account(), "");
            }
        }

        record Unknown(String login) implements Candidate {
            @Override
            public byte[] subject() {
                return PasswordAttempts.subject(null, Accounts.loginKey(login));
            }
        }
    }
}
