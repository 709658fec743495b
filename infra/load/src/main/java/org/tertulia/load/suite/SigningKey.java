package org.tertulia.load.suite;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Row;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tertulia.load.client.Json;
import org.tertulia.load.home.SuiteHome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The key with which a suite on this machine signs access tokens, opened with the suite's own secrets:
 * only so can a token be made that is wrong in nothing but its audience.
 *
 * @param kid its id
 * @param publicJwk its public half as JSON
 * @param privateKey its private half
 */
record SigningKey(String kid, String publicJwk, PrivateKey privateKey) {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private static final String NEWEST =
            "select kid, sealed_jwk from signing_keys where signs_from <= now()"
                    + " order by signs_from desc limit 1";

    private record Sealed(String kid, byte[] jwk) {}

    /** The key that signs now. */
    static SigningKey of(SuiteHome home) {
        var sealed = Objects.requireNonNull(read(home).block(), "auth-service has no signing key");
        try {
            return open(sealed, Base64.getDecoder().decode(home.keyEncryptionKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signature of an ES256 token. */
    byte[] sign(String content) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(privateKey);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return signature.sign();
    }

    private static Mono<Sealed> read(SuiteHome home) {
        var options =
                ConnectionFactoryOptions.builder()
                        .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                        .option(ConnectionFactoryOptions.HOST, "127.0.0.1")
                        .option(ConnectionFactoryOptions.PORT, home.port("postgresql"))
                        .option(ConnectionFactoryOptions.DATABASE, "auth")
                        .option(ConnectionFactoryOptions.USER, "auth")
                        .option(ConnectionFactoryOptions.PASSWORD, home.databasePassword("auth"))
                        .build();
        return Mono.usingWhen(
                ConnectionFactories.get(options).create(),
                connection ->
                        Flux.from(connection.createStatement(NEWEST).execute())
                                .flatMap(it -> it.map((row, about) -> sealed(row)))
                                .next(),
                connection -> connection.close());
    }

    private static Sealed sealed(Row row) {
        return new Sealed(
                Objects.requireNonNull(row.get("kid", String.class)),
                Objects.requireNonNull(row.get("sealed_jwk", byte[].class)));
    }

    private static SigningKey open(Sealed sealed, byte[] secret) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var nonce = Arrays.copyOf(sealed.jwk(), NONCE_BYTES);
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(secret, "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(sealed.kid().getBytes(StandardCharsets.UTF_8));
        var json = cipher.doFinal(sealed.jwk(), NONCE_BYTES, sealed.jwk().length - NONCE_BYTES);
        return parse(sealed.kid(), Json.tree(new String(json, StandardCharsets.UTF_8)));
    }

    private static SigningKey parse(String kid, JsonNode jwk) throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var secret = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("d").asString()));
        var spec = new ECPrivateKeySpec(secret, curve.getParameterSpec(ECParameterSpec.class));
        var publicJwk = jwk.deepCopy().asObject().without("d").toString();
        return new SigningKey(kid, publicJwk, KeyFactory.getInstance("EC").generatePrivate(spec));
    }
}
