package org.tertulia.starter.web;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.cloud.client.circuitbreaker.ReactiveCircuitBreakerFactory;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** Clients for other services, and the API document. */
@AutoConfiguration(
        afterName =
                "org.springframework.cloud.client.loadbalancer.reactive.LoadBalancerBeanPostProcessorAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@Import(ApiDocumentController.class)
public class WebAutoConfiguration {

    /** Failing calls among the last ten that open a breaker, in percent. */
    private static final float FAILURE_THRESHOLD = 50;

    private static final int WINDOW = 10;
    private static final Duration OPEN_FOR = Duration.ofSeconds(2);

    @Bean
    ServiceClients serviceClients(
            WebClient.Builder builder,
            org.springframework.beans.factory.ObjectProvider<
                            ReactorLoadBalancerExchangeFilterFunction>
                    loadBalancer,
            ReactiveCircuitBreakerFactory<?, ?> breakers) {
        var direct = builder.build();
        var balanced = direct.mutate();
        loadBalancer.ifAvailable(balanced::filter);
        return new ServiceClients(direct, balanced.build(), breakers);
    }

    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> circuitBreakers() {
        return factory ->
                factory.configureDefault(
                        id ->
                                new Resilience4JConfigBuilder(id)
                                        .circuitBreakerConfig(breaker())
                                        .timeLimiterConfig(
                                                TimeLimiterConfig.custom()
                                                        .timeoutDuration(
                                                                ServiceClients.TIMEOUT.plusSeconds(
                                                                        1))
                                                        .build())
                                        .build());
    }

    private static CircuitBreakerConfig breaker() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(WINDOW)
                .failureRateThreshold(FAILURE_THRESHOLD)
                .waitDurationInOpenState(OPEN_FOR)
                .ignoreException(
                        error ->
                                error instanceof WebClientResponseException e
                                        && e.getStatusCode().is4xxClientError())
                .build();
    }

    @Bean
    WebClientCustomizer boundedConnections() {
        return builder -> builder.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1 << 20));
    }
}
