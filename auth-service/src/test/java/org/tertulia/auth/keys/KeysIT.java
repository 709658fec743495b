package org.tertulia.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tertulia.auth.AuthClient;
import org.tertulia.auth.AuthServiceTest;

@AuthServiceTest
class KeysIT {

    @Autowired private AuthClient client;

    @Test
    void anybodyCanVerifyATokenByThePublishedKeys() throws ParseException, JOSEException {
        var token = SignedJWT.parse(client.register().accessToken());

        var key = published().getKeyByKeyId(token.getHeader().getKeyID()).toECKey();

        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    }

    @Test
    void nothingSecretIsPublished() throws ParseException {
        assertThat(published().getKeys()).isNotEmpty().noneMatch(key -> key.isPrivate());
    }

    @Test
    void theKeySetMayBeKeptForAWhile() {
        client.http()
                .get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=300, public");
    }

    @Test
    void aServiceThatCanSignIsReady() {
        client.http().get().uri("/readyz").exchange().expectStatus().isOk();
    }

    private JWKSet published() throws ParseException {
        var body =
                client.http()
                        .get()
                        .uri("/.well-known/jwks.json")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(body).isNotNull();
        return JWKSet.parse(body);
    }
}
