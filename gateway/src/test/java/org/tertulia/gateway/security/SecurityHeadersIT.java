package org.tertulia.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
class SecurityHeadersIT {

    private static final String POLICY = "Content-Security-Policy";
    private static final UUID ANA = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");

    @LocalServerPort private int port;
    @Autowired private WebTestClient client;
    @Autowired private TestRegister register;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/chats/7",
                "/assets/app-1a2b3c.js",
                "/assets/no.js",
                "/docs",
                "/api/v1/chats"
            })
    void everyAnswerShouldCarryTheHeaders(String path) {
        var headers = headers(path);

        assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.get("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.get("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.get("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.getFirst("Permissions-Policy")).contains("camera=()");
        assertThat(headers.get("Content-Security-Policy")).hasSize(1);
        assertThat(headers.getFirst("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(headers.containsHeader("Strict-Transport-Security")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/, default-src 'self', false",
        "/chats/7, default-src 'self', false",
        "/docs, default-src 'self', true",
        "/docs/ui/swagger-ui.css, default-src 'self', true",
        "/documents, default-src 'self', false",
        "/api/v1/chats, default-src 'none', false",
    })
    void onlyTheDocumentsShouldHaveInlineStyles(String path, String start, boolean inlineStyles) {
        var policy = Objects.requireNonNull(headers(path).getFirst("Content-Security-Policy"));

        assertThat(policy).startsWith(start + ";");
        assertThat(inlineStyles).isEqualTo(policy.contains("style-src 'self' 'unsafe-inline'"));
        assertThat(policy).doesNotContain("script-src", "unsafe-eval", "http:", "https:", "*");
    }

    @Test
    void headersOfAServiceShouldNotDoubleThose() {
        try (var service =
                Upstream.answering(
                        (_, response) ->
                                response.header("X-Content-Type-Options", "nosniff")
                                        .header("X-Frame-Options", "SAMEORIGIN")
                                        .header("Content-Security-Policy", "default-src *")
                                        .header("Strict-Transport-Security", "max-age=1")
                                        .header("Cache-Control", "private, max-age=5")
                                        .header("ETag", "\"7\"")
                                        .send())) {
            register.list("user-service", service.port());
            var headers = headers("/api/v1/users/me");

            assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.get("X-Frame-Options")).containsExactly("DENY");
            assertThat(headers.getFirst("Content-Security-Policy"))
                    .startsWith("default-src 'none'");
            assertThat(headers.containsHeader("Strict-Transport-Security")).isFalse();
            assertThat(headers.get("Cache-Control")).containsExactly("private, max-age=5");
            assertThat(headers.getETag()).isEqualTo("\"7\"");
        }
    }

    @Test
    void whatPeopleSentShouldComeInASandbox() {
        for (var path :
                new String[] {
                    "/api/v1/media/7/content/original",
                    "/api/v1/media/7/%63ontent/small?person=9",
                    "/v1/api/media/7/content/small"
                }) {
            var policy = Objects.requireNonNull(headers(path).getFirst(POLICY));

            assertThat(policy)
                    .startsWith("sandbox; default-src 'none'; style-src 'unsafe-inline';")
                    .contains("form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("allow-", "script-src");
        }
        assertThat(headers("/api/v1/media/7").getFirst(POLICY)).startsWith("default-src 'none'");
    }

    @Test
    void thePageThatEndsDigestsShouldSendItsFormToWhereItIsFrom() {
        var headers = headers("/api/v1/notifications/email/unsubscribe?token=7");

        assertThat(headers.getFirst(POLICY))
                .startsWith("default-src 'none'; style-src 'unsafe-inline'; form-action 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src");
        assertThat(headers.get("Referrer-Policy")).containsExactly("same-origin");
        var others = headers("/api/v1/notifications/email");
        assertThat(others.getFirst(POLICY)).contains("form-action 'none'");
        assertThat(others.get("Referrer-Policy")).containsExactly("no-referrer");
    }

    @Test
    void aFilesOwnPolicyShouldStandBesideOurs() {
        var strict = "sandbox; default-src 'none'";
        try (var service =
                Upstream.answering(
                        (_, response) ->
                                response.header(POLICY, strict)
                                        .header("X-Content-Type-Options", "nosniff")
                                        .header("Content-Disposition", "attachment")
                                        .header("Cross-Origin-Resource-Policy", "cross-origin")
                                        .send())) {
            register.list("media-service", service.port());
            var headers = headers("/api/v1/media/7/content/original");

            assertThat(headers.get(POLICY)).hasSize(2).last().isEqualTo(strict);
            assertThat(headers.getFirst(POLICY)).startsWith("sandbox; default-src 'none';");
            assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.get("Content-Disposition")).containsExactly("attachment");
            assertThat(headers.get("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
            assertThat(headers("/api/v1/media/7").get(POLICY)).hasSize(1);
        }
    }

    @Test
    void theAppShouldShowWhatIsPickedAndRecordAVoice() {
        var headers = headers("/");

        assertThat(headers.getFirst(POLICY))
                .contains("img-src 'self' blob:;", "media-src 'self' blob:;");
        assertThat(headers.getFirst("Permissions-Policy")).contains("microphone=(self)");
        for (var path : new String[] {"/docs", "/api/v1/chats", "/api/v1/media/7/content/small"}) {
            assertThat(headers(path).getFirst(POLICY)).doesNotContain("blob:");
            assertThat(headers(path).getFirst("Permissions-Policy")).contains("microphone=()");
        }
    }

    @Test
    void theAppsPolicyShouldLetItHaveAServiceWorkerAndAManifest() {
        for (var path : new String[] {"/", "/service-worker.js"}) {
            assertThat(headers(path).getFirst(POLICY))
                    .startsWith("default-src 'self';")
                    .doesNotContain("worker-src", "manifest-src", "connect-src");
        }
    }

    @Test
    void metricsShouldBeForOperatorsOnThisMachine() {
        var gauge =
                client.get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseBody()
                        .filter(line -> line.startsWith("gateway_realtime_open"))
                        .blockFirst(Duration.ofSeconds(5));
        assertThat(gauge).isNotNull();
        for (var path : new String[] {"/actuator/prometheus", "/actuator", "/actuator/info"}) {
            client.get()
                    .uri(path)
                    .header("X-Forwarded-For", "203.0.113.9")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        client.get()
                .uri("/actuator/health")
                .header("X-Forwarded-For", "203.0.113.9")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private HttpHeaders headers(String path) {
        return client.get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders();
    }
}
