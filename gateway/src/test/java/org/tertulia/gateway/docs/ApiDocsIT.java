package org.tertulia.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.gateway.testing.Upstream;

@GatewayTest
class ApiDocsIT {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Autowired private WebTestClient client;
    @Autowired private TestRegister register;

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/"})
    void thePageShouldBePublicAndLoadWhatIsHere(String path) {
        var page =
                client.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType("text/html;charset=UTF-8")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();

        var links = LINK.matcher(page).results().map(link -> link.group(1)).toList();
        assertThat(links).hasSizeGreaterThan(5).allMatch(link -> link.startsWith("/docs/"));
        for (var link : links) {
            if (!link.endsWith(".yaml")) {
                client.get().uri(link).exchange().expectStatus().isOk();
            }
        }
    }

    @Test
    void eachServiceShouldBeListed() {
        client.get()
                .uri("/docs/documents.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(8)
                .jsonPath("$[0].name")
                .isEqualTo("auth-service")
                .jsonPath("$[3].url")
                .isEqualTo("/docs/openapi/message-service.yaml")
                .jsonPath("$[4].name")
                .isEqualTo("media-service")
                .jsonPath("$[5].name")
                .isEqualTo("scheduler-service")
                .jsonPath("$[6].name")
                .isEqualTo("notification-service")
                .jsonPath("$[7].name")
                .isEqualTo("translation-service");
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/openapi/auth-service.yaml, auth-service, /openapi.yaml",
        "/docs/openapi/user-service.yaml, user-service, /openapi.yaml",
        "/docs/openapi/chat-service.yaml, chat-service, /openapi.yaml",
        "/docs/openapi/message-service.yaml, message-service, /openapi.yaml",
        "/docs/openapi/media-service.yaml, media-service, /openapi.yaml",
        "/docs/openapi/scheduler-service.yaml, scheduler-service, /openapi.yaml",
        "/docs/openapi/notification-service.yaml, notification-service, /openapi.yaml",
        "/docs/openapi/translation-service.yaml, translation-service, /openapi.yaml",
        "/docs/asyncapi/message-service.yaml, message-service, /asyncapi.yaml",
    })
    void documentsShouldComeFromTheirService(String path, String service, String uri) {
        try (var running = Upstream.echo(service)) {
            register.list(service, running.port());

            client.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.service")
                    .isEqualTo(service)
                    .jsonPath("$.uri")
                    .isEqualTo(uri);
        }
    }

    @Test
    void theDocumentOfAServiceThatIsAwayShouldBe503() {
        register.clear();

        client.get()
                .uri("/docs/openapi/chat-service.yaml")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER);
    }
}
