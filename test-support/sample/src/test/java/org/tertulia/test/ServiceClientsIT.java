package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.web.ServiceClients;
import reactor.core.publisher.Mono;

/** Calls from one service to another. */
@BareTest
class ServiceClientsIT {

    private static final StubService KETTLE = StubService.named("kettle-service");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired private ServiceClients clients;

    @DynamicPropertySource
    static void whereTheKettleIs(DynamicPropertyRegistry properties) {
        KETTLE.register(properties);
    }

    @BeforeEach
    void forget() {
        KETTLE.reset();
    }

    @Test
    void anAnswerShouldComeFromTheInstanceThatDiscoveryKnows() {
        KETTLE.answer("GET", "/water", 200, "{\"hot\":true}");

        assertThat(call("kettle-service", "/water").block(PATIENCE)).isEqualTo("{\"hot\":true}");
        assertThat(KETTLE.received()).hasSize(1);
    }

    @Test
    void aRefusalShouldPassThrough() {
        assertThatThrownBy(() -> call("kettle-service", "/tea").block(PATIENCE))
                .isInstanceOf(WebClientResponseException.NotFound.class);
    }

    @Test
    void aFailureShouldBeServiceUnavailable() {
        KETTLE.answer("GET", "/water", 500, "{}");

        assertUnavailable(call("kettle-service", "/water"));
    }

    @Test
    void aServiceThatNobodyKnowsShouldBeServiceUnavailable() {
        assertUnavailable(call("toaster-service", "/bread"));
    }

    @Test
    void aCallThatHangsShouldBeGivenUp() {
        var begun = System.nanoTime();

        assertUnavailable(clients.guard("slow-service", Mono.never()));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aServiceThatKeepsFailingShouldNotBeCalledForAWhile() {
        KETTLE.answer("GET", "/broken", 500, "{}");
        for (var n = 0; n < 30; n++) {
            assertUnavailable(clients.guard("breaking-service", get("/broken")));
        }

        assertThat(KETTLE.received()).hasSizeBetween(5, 20);
    }

    private Mono<String> call(String service, String path) {
        return clients.guard(
                service, clients.to(service).get().uri(path).retrieve().bodyToMono(String.class));
    }

    private Mono<String> get(String path) {
        return clients.to("kettle-service").get().uri(path).retrieve().bodyToMono(String.class);
    }

    private static void assertUnavailable(Mono<?> call) {
        assertThatThrownBy(() -> call.block(PATIENCE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.type())
                                        .isEqualTo(ProblemTypes.SERVICE_UNAVAILABLE));
    }
}
