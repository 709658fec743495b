package org.tertulia.auth.account;

import org.tertulia.starter.outbox.Outbox;
import org.tertulia.test.PostgresExtension;

/** The accounts of a test's database, for tests of other features. */
public final class AccountsOnPostgres {

    private AccountsOnPostgres() {}

    /** Accounts in this database, announced to this outbox. */
    public static Accounts of(PostgresExtension postgres, Outbox outbox) {
        return new Accounts(new AccountRepository(postgres.databaseClient()), outbox);
    }
}
