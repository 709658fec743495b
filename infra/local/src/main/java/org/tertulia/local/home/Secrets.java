package org.tertulia.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets made for one suite on first use and kept, one file each with mode 0600. Whoever deletes a
 * database password or a key encryption key also loses what it protects.
 */
public final class Secrets {
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 18;
    private static final int ACCESS_KEY_BYTES = 15;
    private static final int SECRET_KEY_BYTES = 30;

    private final Home home;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Home home) {
        this.home = home;
    }

    /** 32 random bytes, base64: the key with which auth-service encrypts its signing keys. */
    public String keyEncryptionKey() {
        return keep("key-encryption-key", Base64.getEncoder(), KEY_BYTES);
    }

    /** 32 random bytes, base64: the key with which notification-service encrypts its VAPID key. */
    public String pushKeyEncryptionKey() {
        return keep("push-key-encryption-key", Base64.getEncoder(), KEY_BYTES);
    }

    /** 32 random bytes, base64: the key with which media-service signs the addresses of files. */
    public String mediaAddressKey() {
        return keep("media-address-key", Base64.getEncoder(), KEY_BYTES);
    }

    /** The password of a database role; letters, digits, {@code -} and {@code _} only. */
    public String databasePassword(String role) {
        return keep("database-" + role, Base64.getUrlEncoder(), PASSWORD_BYTES);
    }

    /** Who the store's user is; letters, digits, {@code -} and {@code _} only. */
    public String storeAccessKey() {
        return keep("store-access-key", Base64.getUrlEncoder(), ACCESS_KEY_BYTES);
    }

    /** What the store's user signs with; the same characters. */
    public String storeSecretKey() {
        return keep("store-secret-key", Base64.getUrlEncoder(), SECRET_KEY_BYTES);
    }

    /** The password of the translation bot's account. */
    public String translationBotPassword() {
        return keep("translation-bot-password", Base64.getUrlEncoder(), PASSWORD_BYTES);
    }

    /** The password that all demo people log in with. */
    public String demoPassword() {
        return keep("demo-password", Base64.getUrlEncoder(), PASSWORD_BYTES);
    }

    private synchronized String keep(String name, Base64.Encoder encoder, int bytes) {
        var file = home.secret(name);
        try {
            if (Files.notExists(file)) {
                var value = new byte[bytes];
                random.nextBytes(value);
                write(file, encoder.withoutPadding().encodeToString(value));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret " + file, e);
        }
    }

    private static void write(Path file, String value) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, value + "\n");
    }
}
