package org.tertulia.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.GatewayTest;

/** A page and a file stand in for those of the web app. */
@GatewayTest
class WebAppIT {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @LocalServerPort private int port;
    @Autowired private WebTestClient client;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/login",
                "/chats/0198c0de-0000-7000-8000-00000000000a",
                "/settings/profile",
                "/apis"
            })
    void addressesOfTheAppShouldShowItsPage(String path) {
        client.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT, BROWSER)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .expectHeader()
                .doesNotExist(HttpHeaders.LAST_MODIFIED)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("Stand-in for the web app"));
    }

    @Test
    void thePageShouldNotBeSentAgainWhileItIsTheSame() {
        var tag =
                Objects.requireNonNull(
                        client.get()
                                .uri("/")
                                .exchange()
                                .returnResult(String.class)
                                .getResponseHeaders()
                                .getETag());

        client.get()
                .uri("/chats/7")
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    @Test
    void theHeadOfThePageShouldHaveItsLength() {
        client.head()
                .uri("/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists(HttpHeaders.CONTENT_LENGTH);
    }

    @Test
    void filesNamedByTheirContentShouldBeKeptForGood() {
        client.get()
                .uri("/assets/app-1a2b3c.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.parseMediaType("text/javascript"))
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
                .expectHeader()
                .doesNotExist(HttpHeaders.LAST_MODIFIED);
    }

    @ParameterizedTest
    @CsvSource({"/assets/app-1a2b3c.js, gzip", "/docs/ui/swagger-ui.css, gzip", "/favicon.svg,"})
    void largeTextShouldBeCompressed(String path, @Nullable String encoding) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                            .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.discarding());

            assertThat(answer.headers().firstValue(HttpHeaders.CONTENT_ENCODING))
                    .isEqualTo(Optional.ofNullable(encoding));
        }
    }

    @Test
    void otherFilesOfTheAppShouldBeKeptForAWhile() {
        client.get()
                .uri("/favicon.svg")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/svg+xml")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=3600, public");
    }

    @ParameterizedTest
    @CsvSource({
        "/service-worker.js, text/javascript",
        "/manifest.webmanifest, application/manifest+json"
    })
    void whatDecidesOfTheVersionShouldBeAskedForAnew(String path, String type) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.parseMediaType(type))
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/app-9z.js",
                "/assets",
                "/assets/",
                "/nothing.png",
                "/chats/nothing.js",
                "/docs/nothing",
                "/.well-known/nothing",
                "/actuator/nothing",
                "/v1/nothing",
                "/webjars/swagger-ui/index.html",
                "/application.yml",
                "/static/index.html",
                "/assets/../application.yml"
            })
    void whatIsNotThereShouldBeAProblem(String path) {
        client.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT, BROWSER)
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(404, 400));
    }

    @Test
    void programsThatTakeJsonOnlyShouldNotGetThePage() {
        client.get()
                .uri("/login")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void thePageShouldNotBeWrittenTo() {
        client.post().uri("/login").exchange().expectStatus().is4xxClientError();
    }
}
