package org.tertulia.auth.account;

import org.tertulia.contracts.account.AccountRegistered;

/** What the rest of the suite learns of an account: never the email address. */
final class AccountEvents {

    private AccountEvents() {}

    static AccountRegistered registered(Account account) {
        var language = account.language();
        return new AccountRegistered(
                account.id().value(),
                account.handle().value(),
                account.displayName(),
                language == null ? null : language.tag(),
                account.createdAt());
    }
}
