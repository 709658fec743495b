package org.tertulia.gateway.security;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.TestTokens;

@GatewayTest
class CrossOriginIT {

    private static final UUID ANA = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");

    @LocalServerPort private int port;
    @Autowired private WebTestClient client;
    @Autowired private TestRegister register;
    private Upstream chats;

    @BeforeEach
    void start() {
        chats = Upstream.echo("chat-service");
        register.list("chat-service", chats.port());
    }

    @AfterEach
    void stop() {
        chats.close();
    }

    @Test
    void pagesOfAnAllowedOriginShouldAskAndReadHeaders() {
        ask("https://tertulia.example")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "https://tertulia.example")
                .expectHeader()
                .valueMatches(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ".*Retry-After.*")
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
    }

    @Test
    void theOwnOriginShouldNeedNoPermission() {
        ask("http://localhost:" + port)
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://tertulia.example", "null"})
    void pagesOfOtherOriginsShouldBeRefused(String origin) {
        ask(origin)
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tertulia:problem:forbidden");
    }

    @Test
    void aPreflightOfAnAllowedOriginShouldNeedNoToken() {
        preflight("https://tertulia.example", "PUT")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, ".*PUT.*")
                .expectHeader()
                .valueMatches(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "(?i).*authorization.*");
    }

    @Test
    void aPreflightOfAnotherOriginShouldBeRefused() {
        preflight("https://evil.example", "PUT").expectStatus().isForbidden();
        preflight("https://tertulia.example", "TRACE").expectStatus().isForbidden();
    }

    @Test
    void uploadsOfAnAllowedOriginShouldSpeakTus() {
        client.options()
                .uri("/api/v1/media/uploads/7")
                .header(HttpHeaders.ORIGIN, "https://tertulia.example")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "PATCH")
                .header(
                        HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS,
                        "authorization,content-type,tus-resumable,upload-checksum,upload-length,"
                                + "upload-metadata,upload-offset")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, ".*PATCH.*")
                .expectHeader()
                .valueMatches(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "(?i).*upload-offset.*");
        ask("https://tertulia.example")
                .expectHeader()
                .valueMatches(
                        HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                        ".*Location.*Tus-Resumable.*Upload-Offset.*");
    }

    private WebTestClient.ResponseSpec ask(String origin) {
        return client.get()
                .uri("/api/v1/chats")
                .header(HttpHeaders.ORIGIN, origin)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .exchange();
    }

    private WebTestClient.ResponseSpec preflight(String origin, String method) {
        return client.options()
                .uri("/api/v1/chats/7")
                .header(HttpHeaders.ORIGIN, origin)
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method)
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "authorization,content-type")
                .exchange();
    }
}
