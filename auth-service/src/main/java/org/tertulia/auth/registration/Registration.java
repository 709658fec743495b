package org.tertulia.auth.registration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.auth.account.Accounts;
import org.tertulia.auth.account.Credentials;
import org.tertulia.auth.passwords.PasswordHashing;
import org.tertulia.auth.passwords.PasswordPolicy;
import org.tertulia.auth.sessions.Device;
import org.tertulia.auth.sessions.Sessions;
import org.tertulia.auth.tokens.AccessTokenIssuing;
import org.tertulia.auth.tokens.IssuedTokens;
import reactor.core.publisher.Mono;

/** Makes a person part of the suite: account, first session and announcement, all or none. */
@Component
class Registration {

    private final Accounts accounts;
    private final NewAccounts factory;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final AccessTokenIssuing tokens;
    private final TransactionalOperator transactions;

    Registration(
            Accounts accounts,
            NewAccounts factory,
            PasswordPolicy policy,
            PasswordHashing hashing,
            Sessions sessions,
            AccessTokenIssuing tokens,
            TransactionalOperator transactions) {
        this.accounts = accounts;
        this.factory = factory;
        this.policy = policy;
        this.hashing = hashing;
        this.sessions = sessions;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    /**
     * Registers a person and logs them in. Of several that ask for one handle or email address at once,
     * exactly one succeeds. Fails with {@link org.tertulia.auth.account.HandleTaken}, {@link
     * org.tertulia.auth.account.EmailTaken}, {@link org.tertulia.auth.passwords.GuessablePassword}, {@link
     * org.tertulia.auth.passwords.PasswordHashingBusy}.
     */
    Mono<IssuedTokens> register(RegisterAccount command) {
        policy.check("password", command.password(), command.handle(), command.email());
        return accounts.requireFree(command.handle(), command.email())
                .then(Mono.defer(() -> hashing.hash(command.password())))
                .map(hash -> Credentials.first(factory.account(command), hash))
                .flatMap(credentials -> store(credentials, command.device()));
    }

    private Mono<IssuedTokens> store(Credentials credentials, Device device) {
        var account = credentials.account();
        return accounts.add(credentials)
                .then(sessions.open(account.id(), device))
                .as(transactions::transactional)
                .flatMap(session -> tokens.issue(account, session));
    }
}
