package org.tertulia.auth.account;

import java.time.Instant;
import java.util.UUID;
import org.tertulia.starter.id.UserId;

/** Accounts for tests. */
public final class AccountFixtures {

    /** When the accounts were made, unless said otherwise. */
    public static final Instant CREATED_AT = Instant.parse("2026-11-01T12:00:00Z");

    private static final String HASH =
            "$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$aGFzaA";

    private AccountFixtures() {}

    /** Credentials of a new person with this handle. */
    public static Credentials credentials(String handle) {
        return credentials(handle, CREATED_AT);
    }

    /** The same, made at this moment. */
    public static Credentials credentials(String handle, Instant createdAt) {
        return Credentials.first(account(handle, createdAt), HASH);
    }

    /** A new person with this handle. */
    public static Account account(String handle) {
        return account(handle, CREATED_AT);
    }

    private static Account account(String handle, Instant createdAt) {
        return new Account(
                new UserId(UUID.randomUUID()),
                new Handle(handle),
                "Person " + handle,
                new EmailAddress(handle + "@example.org"),
                Language.ES,
                createdAt);
    }
}
