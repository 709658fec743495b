package org.tertulia.auth.keys;

/** A signing key in the database cannot be decrypted: the service was given another encryption key. */
final class SigningKeysSealed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SigningKeysSealed(String kid, Throwable cause) {
        super(
                "The signing key %s in the database was encrypted with another key than"
                                .formatted(kid)
                        + " TERTULIA_KEY_ENCRYPTION_KEY holds now. Give the service that key, or delete the"
                        + " rows of signing_keys: everybody then refreshes their tokens.",
                cause);
    }
}
