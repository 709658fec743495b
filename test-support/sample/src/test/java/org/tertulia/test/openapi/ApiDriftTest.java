package org.tertulia.test.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tertulia.starter.web.CursorPage;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class ApiDriftTest {

    private final ApiDrift drift =
            new ApiDrift(
                    OpenApiDocument.onClassPath("openapi/drifted.yaml"),
                    mapping(),
                    JsonMapper.builder().build());

    enum Colour {
        RED,
        GREEN
    }

    record Tea(UUID id, String name, Colour colour, @Nullable String origin, Instant boughtAt) {}

    record TeaRequest(String name, @Nullable Integer grams) {}

    @RestController
    static final class TeaController {

        @GetMapping("/teas")
        Mono<CursorPage<Tea>> list(@RequestParam(required = false) @Nullable Integer limit) {
            return Mono.just(new CursorPage<>(List.of(), null));
        }

        @GetMapping("/teas/{teaId}")
        Mono<Tea> find(@PathVariable UUID teaId) {
            return Mono.empty();
        }

        @PostMapping("/teas")
        @ResponseStatus(HttpStatus.CREATED)
        Mono<Tea> add(@RequestBody TeaRequest request) {
            return Mono.empty();
        }
    }

    @Test
    void operationsOfOnlyOneOfTheTwoShouldBeFound() {
        assertThat(drift.operations(Set.of("GET /live")))
                .containsExactly(
                        "GET /teas/{teaId} is not in the file", "GET /cups is in the file only");
    }

    @Test
    void parametersThatDifferShouldBeFound() {
        assertThat(drift.parameters())
                .containsExactly(
                        "GET /teas has the query parameters [limit] in the code, and [limit, sort] in the file",
                        "GET /teas ?limit is a integer in the code, and [string] in the file",
                        "GET /teas ?limit is not required in the code");
    }

    @Test
    void requestBodiesThatDifferShouldBeFound() {
        assertThat(drift.requestBodies())
                .containsExactly(
                        "POST /teas request has grams in the code, and not in the file",
                        "POST /teas request has colour in the file, and not in the code",
                        "POST /teas request.name is never null in the code, and is not required in the file");
    }

    @Test
    void responseBodiesThatDifferShouldBeFoundDownToTheItemsOfLists() {
        assertThat(drift.responseBodies())
                .containsExactly(
                        "GET /teas response.items[].colour is one of [GREEN, RED] in the code, and of [RED] in the file",
                        "GET /teas response.items[].id has no format: uuid",
                        "GET /teas response.items[].origin may be null in the code, and is required in the file",
                        "POST /teas answers with 201, and with [200] in the file",
                        "POST /teas has a response body in one of the two only");
    }

    @Test
    void problemsThatAreNotToldShouldBeFound() {
        assertThat(drift.problems())
                .contains(
                        "GET /cups documents no problem",
                        "GET /cups is secured and documents no 401",
                        "POST /teas answers 400 with no problem");
    }

    @Test
    void operationsThatAreNotDescribedShouldBeFound() {
        assertThat(drift.descriptions())
                .contains("GET /cups has no operationId of its own", "GET /cups has no summary");
    }

    private static RequestMappingHandlerMapping mapping() {
        var context = new GenericApplicationContext();
        context.registerBean(TeaController.class);
        context.refresh();
        var mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping;
    }
}
