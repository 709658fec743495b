package org.tertulia.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.test.ServiceTest;
import org.tertulia.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** The service as it comes, where Apertium is installed with Spanish and English. */
@ServiceTest
class InstalledApertiumIT {

    private static final Path MODES = Path.of("/usr/share/apertium/modes");

    @Autowired private WebTestClient client;

    @BeforeAll
    static void itShouldBeInstalled() {
        assumeTrue(Files.exists(MODES.resolve("spa-eng.mode")), "apertium-eng-spa is not there");
    }

    @Test
    void aTextShouldBeTranslatedAndWhatIsNoneShouldSurvive() {
        var answer =
                Objects.requireNonNull(
                        client.post()
                                .uri("/api/v1/translate")
                                .header(
                                        HttpHeaders.AUTHORIZATION,
                                        TestTokens.bearer(UUID.randomUUID()))
                                .bodyValue(
                                        Map.of(
                                                "text",
                                                "Mañana vamos a la playa con los niños, @bruno: https://example.org/a 😀",
                                                "target",
                                                "en"))
                                .exchange()
                                .expectStatus()
                                .isOk()
                                .expectBody(JsonNode.class)
                                .returnResult()
                                .getResponseBody());

        var one = answer.get(0);
        assertThat(one.path("engine").asString()).isEqualTo("apertium");
        assertThat(one.path("source").asString()).isEqualTo("es");
        assertThat(one.path("translatedText").asString())
                .containsIgnoringCase("tomorrow")
                .contains("beach", "@bruno", "https://example.org/a", "😀");
    }
}
