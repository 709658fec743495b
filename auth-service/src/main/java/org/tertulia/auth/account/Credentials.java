package org.tertulia.auth.account;

/**
 * An account with what proves that a person owns it. Its text form never shows the hash.
 *
 * @param account the account
 * @param passwordHash Argon2id in PHC string format
 * @param passwordVersion how many passwords came before; a new hash of the same password is no new one
 */
public record Credentials(Account account, String passwordHash, int passwordVersion) {

    /** Those of an account that is about to be added. */
    public static Credentials first(Account account, String passwordHash) {
        return new Credentials(account, passwordHash, 0);
    }

    @Override
    public String toString() {
        return "Credentials[account=" + account.id() + "]";
    }
}
