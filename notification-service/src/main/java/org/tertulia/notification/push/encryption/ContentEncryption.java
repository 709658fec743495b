package org.tertulia.notification.push.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a message for one subscription as RFC 8291 says: {@code aes128gcm} of RFC 8188, in one record. */
final class ContentEncryption {

    /** Bytes of a salt. */
    static final int SALT_BYTES = 16;

    /** Of a record; a push service takes at least so much (RFC 8030, section 7.2), and a message is one record. */
    private static final int RECORD_BYTES = 4_096;

    private static final int HASH_BYTES = 32;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** Says that a record is the last one. */
    private static final byte LAST = 2;

    private ContentEncryption() {}

    /**
     * The body of the request.
     *
     * @param sender keys of this message alone
     * @param salt 16 random bytes of this message alone
     */
    static byte[] encrypt(byte[] message, SubscriptionKeys receiver, KeyPair sender, byte[] salt)
            throws GeneralSecurityException {
        if (message.length + 1 + TAG_BYTES > RECORD_BYTES) {
            throw new IllegalArgumentException("the message does not fit into one record");
        }
        var own = P256.encoded((ECPublicKey) sender.getPublic());
        var secret = secret(receiver, sender, own);
        var prk = HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(secret);
        var kdf = KDF.getInstance("HKDF-SHA256");
        var key = kdf.deriveData(prk.thenExpand(info("aes128gcm"), KEY_BYTES));
        var nonce = kdf.deriveData(prk.thenExpand(info("nonce"), NONCE_BYTES));
        var record = sealed(message, key, nonce);
        return ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + 1 + own.length + record.length)
                .put(salt)
                .putInt(RECORD_BYTES)
                .put((byte) own.length)
                .put(own)
                .put(record)
                .array();
    }

    private static SecretKey secret(SubscriptionKeys receiver, KeyPair sender, byte[] own)
            throws GeneralSecurityException {
        var exchange = KeyAgreement.getInstance("ECDH");
        exchange.init(sender.getPrivate());
        exchange.doPhase(receiver.publicKey(), true);
        var theirs = P256.encoded(receiver.publicKey());
        var label = "WebPush: info\0".getBytes(StandardCharsets.US_ASCII);
        var info =
                ByteBuffer.allocate(label.length + theirs.length + own.length)
                        .put(label)
                        .put(theirs)
                        .put(own)
                        .array();
        var shared = new SecretKeySpec(exchange.generateSecret(), "Generic");
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "Generic",
                        HKDFParameterSpec.ofExtract()
                                .addSalt(receiver.secret())
                                .addIKM(shared)
                                .thenExpand(info, HASH_BYTES));
    }

    private static byte[] info(String use) {
        return "Content-Encoding: %s\0".formatted(use).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sealed(byte[] message, byte[] key, byte[] nonce)
            throws GeneralSecurityException {
        var padded = Arrays.copyOf(message, message.length + 1);
        padded[message.length] = LAST;
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        return cipher.doFinal(padded);
    }
}
