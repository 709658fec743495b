package org.tertulia.auth.login;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.auth.account.Accounts;
import org.tertulia.auth.account.Credentials;
import org.tertulia.auth.passwords.InvalidCredentials;
import org.tertulia.auth.passwords.Password;
import org.tertulia.auth.passwords.PasswordCheck;
import org.tertulia.auth.sessions.Device;
import org.tertulia.auth.sessions.Sessions;
import org.tertulia.auth.tokens.AccessTokenIssuing;
import org.tertulia.auth.tokens.IssuedTokens;
import reactor.core.publisher.Mono;

/** Opens a session for whoever knows the password. */
@Component
class Login {

    private final PasswordCheck check;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokenIssuing tokens;
    private final TransactionalOperator transactions;

    Login(
            PasswordCheck check,
            Accounts accounts,
            Sessions sessions,
            AccessTokenIssuing tokens,
            TransactionalOperator transactions) {
        this.check = check;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    /** Fails like {@link PasswordCheck#byLogin}. */
    Mono<IssuedTokens> login(String login, Password password, Device device) {
        return check.byLogin(login, password).flatMap(credentials -> open(credentials, device));
    }

    private Mono<IssuedTokens> open(Credentials credentials, Device device) {
        var account = credentials.account();
        return accounts.lockIfUnchanged(credentials)
                .filter(Boolean::booleanValue)
                .flatMap(_ -> sessions.open(account.id(), device))
                .switchIfEmpty(Mono.error(InvalidCredentials::new))
                .as(transactions::transactional)
                .flatMap(session -> tokens.issue(account, session));
    }
}
