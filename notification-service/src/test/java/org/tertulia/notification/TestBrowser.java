package org.tertulia.notification;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys of a browser, which reads what was pushed to it as RFC 8291 says, by HMACs alone. */
final class TestBrowser {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyPair keys;
    private final byte[] auth = new byte[16];
    private final String endpoint;

    TestBrowser(String endpoint) {
        this.endpoint = endpoint;
        Arrays.fill(auth, (byte) 7);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String endpoint() {
        return endpoint;
    }

    Map<String, Object> subscription(boolean contentFree) {
        return Map.of(
                "endpoint",
                endpoint,
                "keys",
                Map.of("p256dh", encoded(point()), "auth", encoded(auth)),
                "name",
                "Firefox",
                "contentFree",
                contentFree,
                "language",
                "es");
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] point() {
        var w = ((ECPublicKey) keys.getPublic()).getW();
        var point = new byte[65];
        point[0] = 4;
        put(w.getAffineX(), point, 33);
        put(w.getAffineY(), point, 65);
        return point;
    }

    private static void put(BigInteger number, byte[] target, int end) {
        var bytes = number.toByteArray();
        var length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, target, end - length, length);
    }

    /** What a service worker would get. */
    JsonNode read(byte[] body) {
        try {
            return JSON.readTree(decrypted(ByteBuffer.wrap(body)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] decrypted(ByteBuffer body) throws GeneralSecurityException {
        var salt = take(body, 16);
        body.getInt();
        var sender = take(body, body.get());
        var exchange = KeyAgreement.getInstance("ECDH");
        exchange.init(keys.getPrivate());
        exchange.doPhase(publicKey(sender), true);
        var info = joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(), sender);
        var secret = expand(hmac(auth, exchange.generateSecret()), info, 32);
        var prk = hmac(salt, secret);
        var key =
                expand(
                        prk,
                        "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII),
                        16);
        var nonce =
                expand(prk, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, nonce));
        var padded = cipher.doFinal(take(body, body.remaining()));
        return Arrays.copyOf(padded, padded.length - 1);
    }

    private ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
        var curve = ((ECPublicKey) keys.getPublic()).getParams();
        return (ECPublicKey)
                KeyFactory.getInstance("EC")
                        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    private static byte[] take(ByteBuffer body, int length) {
        var bytes = new byte[length];
        body.get(bytes);
        return bytes;
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] expand(byte[] prk, byte[] info, int length)
            throws GeneralSecurityException {
        return Arrays.copyOf(hmac(prk, joined(info, new byte[] {1})), length);
    }

    private static byte[] joined(byte[]... parts) {
        var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var all = ByteBuffer.allocate(length);
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
