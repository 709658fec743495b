package org.tertulia.gateway.security;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.ServiceTest;

/** A reverse proxy on this machine speaks TLS for the gateway, and is trusted. */
@ServiceTest(
        properties = {
            "tertulia.gateway.upstream.register-age=0",
            "tertulia.gateway.security.trusted-proxies=127.0.0.0/8,::1",
            "tertulia.gateway.ratelimit.limits.login.requests=2",
            "tertulia.gateway.ratelimit.limits.login.period=1h"
        })
@Import(TestRegister.class)
class BehindProxyIT {

    @Autowired private WebTestClient client;
    @Autowired private TestRegister register;

    @Test
    void browsersShouldBeToldToKeepToTls() {
        client.get()
                .uri("/")
                .header("X-Forwarded-Proto", "https")
                .exchange()
                .expectHeader()
                .valueEquals("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void servicesShouldLearnTheAddressBeforeTheProxy() {
        try (var auth = Upstream.echo("auth-service")) {
            register.list("auth-service", auth.port());

            client.get()
                    .uri("/.well-known/jwks.json")
                    .header("X-Forwarded-For", "198.51.100.1, 203.0.113.9")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "tertulia.example")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.headers.x-forwarded-for")
                    .isEqualTo("203.0.113.9")
                    .jsonPath("$.headers.x-forwarded-proto")
                    .isEqualTo("https")
                    .jsonPath("$.headers.x-forwarded-host")
                    .isEqualTo("tertulia.example");
        }
    }

    @Test
    void limitsShouldCountTheAddressBeforeTheProxy() {
        try (var auth = Upstream.echo("auth-service")) {
            register.list("auth-service", auth.port());

            login("203.0.113.20").isOk();
            login("203.0.113.20").isOk();
            login("203.0.113.20").isEqualTo(429);
            login("203.0.113.21").isOk();
        }
    }

    private StatusAssertions login(String address) {
        return client.post()
                .uri("/api/v1/auth/login")
                .header("X-Forwarded-For", address)
                .bodyValue("{}")
                .exchange()
                .expectStatus();
    }
}
