package org.tertulia.notification.push.encryption;

/** The key in the database can not be decrypted: the service was given another encryption key. */
final class VapidKeysSealed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VapidKeysSealed(Throwable cause) {
        super(
                "The VAPID key in the database was encrypted with another key than"
                        + " TERTULIA_PUSH_KEY_ENCRYPTION_KEY holds now. Give the service that key, or delete the row of"
                        + " vapid_keys and those of push_subscriptions: browsers then subscribe anew.",
                cause);
    }
}
