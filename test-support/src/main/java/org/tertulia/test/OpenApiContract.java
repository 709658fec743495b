package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tertulia.test.openapi.ApiDrift;
import org.tertulia.test.openapi.OpenApiDocument;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI file {@code openapi/<service>.yaml} and the controllers say the same: operations, parameters, bodies down
 * to the last property and whether it is required, statuses of success, what needs a token. {@code @Nullable} in the
 * code is "not required" in the file. Implemented by the {@link ServiceTest} of each service.
 */
public interface OpenApiContract {

    /** Documented operations that no controller serves, such as {@code GET /api/v1/realtime}. */
    default Set<String> servedOtherwise() {
        return Set.of();
    }

    /** The file is there for everybody, as OpenAPI 3.1. */
    @Test
    default void theDocumentShouldBeServed(@Autowired WebTestClient client) {
        var text =
                client.get()
                        .uri("/openapi.yaml")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(text).containsPattern("(?m)^openapi: ['\"]?3\\.1\\.");
    }

    /** Neither has an operation that the other has not. */
    @Test
    default void theOperationsShouldBeThoseOfTheControllers(@Autowired ApplicationContext context) {
        assertThat(drift(context).operations(servedOtherwise())).isEmpty();
    }

    /** Parameters have the same names, needs and types. */
    @Test
    default void theParametersShouldBeThoseOfTheControllers(@Autowired ApplicationContext context) {
        assertThat(drift(context).parameters()).isEmpty();
    }

    /** Request bodies have the properties of the records they are read as. */
    @Test
    default void theRequestsShouldBeThoseOfTheControllers(@Autowired ApplicationContext context) {
        assertThat(drift(context).requestBodies()).isEmpty();
    }

    /** Responses have the properties of the records they are written from. */
    @Test
    default void theResponsesShouldBeThoseOfTheControllers(@Autowired ApplicationContext context) {
        assertThat(drift(context).responseBodies()).isEmpty();
    }

    /** Every operation tells the problems it may end with. */
    @Test
    default void everyOperationShouldDocumentItsProblems(@Autowired ApplicationContext context) {
        assertThat(drift(context).problems()).isEmpty();
    }

    /** Every operation has an id of its own and a summary. */
    @Test
    default void everyOperationShouldBeDescribed(@Autowired ApplicationContext context) {
        assertThat(drift(context).descriptions()).isEmpty();
    }

    /** What the file calls secured refuses a request without a token; what it calls public does not. */
    @Test
    default void theSecurityShouldBeAsDocumented(
            @Autowired WebTestClient client, @Value("${spring.application.name}") String service) {
        var softly = new SoftAssertions();
        document(service)
                .operations()
                .forEach(
                        (key, operation) -> {
                            var line = key.replaceAll("\\{[^}]+}", FixedIds.id(404).toString());
                            softly.assertThat(isRefused(client, line))
                                    .as(key + " refuses a request without a token")
                                    .isEqualTo(operation.isSecured());
                        });
        softly.assertAll();
    }

    private static boolean isRefused(WebTestClient client, String line) {
        var result =
                Requests.request(client, line).exchange().expectBody(String.class).returnResult();
        var body = result.getResponseBody();
        var tells =
                isHead(line)
                        ? result.getResponseHeaders().containsHeader(HttpHeaders.WWW_AUTHENTICATE)
                        : body != null && body.contains("\"urn:tertulia:problem:unauthenticated\"");
        return result.getStatus().value() == 401 && tells;
    }

    /** Its answer has no body, and so no problem. */
    private static boolean isHead(String line) {
        return line.startsWith("HEAD ");
    }

    private static ApiDrift drift(ApplicationContext context) {
        var service = context.getEnvironment().getRequiredProperty("spring.application.name");
        return new ApiDrift(
                document(service),
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                context.getBean(JsonMapper.class));
    }

    private static OpenApiDocument document(String service) {
        return OpenApiDocument.onClassPath("openapi/%s.yaml".formatted(service));
    }
}
