package org.tertulia.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientConnectionsTest {

    private final ClientConnections behindProxy =
            new ClientConnections(new SecurityEdgeProperties(List.of("10.0.0.0/8", "::1")));
    private final ClientConnections direct =
            new ClientConnections(new SecurityEdgeProperties(List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | 203.0.113.9 | 203.0.113.9",
                "10.0.0.1 | 198.51.100.7, 203.0.113.9 | 203.0.113.9",
                "10.0.0.1 | 198.51.100.7, 203.0.113.9, 10.0.0.2 | 203.0.113.9",
                "10.0.0.1 | 10.0.0.3, 10.0.0.2 | 10.0.0.3",
                "10.0.0.1 | 203.0.113.9:4711 | 203.0.113.9",
                "10.0.0.1 | [2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
                "10.0.0.1 | 2001:db8::7 | 2001:db8:0:0:0:0:0:7",
                "10.0.0.1 | unknown | 10.0.0.1",
                "10.0.0.1 | 203.0.113.9, unknown | 10.0.0.1",
                "203.0.113.1 | 198.51.100.7 | 203.0.113.1",
            })
    void theAddressShouldBeWhatATrustedProxySays(String socket, String forwarded, String address) {
        var request = MockServerHttpRequest.get("/").header("X-Forwarded-For", forwarded);

        assertThat(behindProxy.of(from(socket, request)).address().getHostAddress())
                .isEqualTo(address);
        assertThat(direct.of(from(socket, request)).address().getHostAddress()).isEqualTo(socket);
    }

    @Test
    void schemeAndHostShouldComeFromATrustedProxyOnly() {
        var request =
                MockServerHttpRequest.get("http://127.0.0.1:8080/")
                        .header("Host", "127.0.0.1:8080")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "tertulia.example");

        var trusted = behindProxy.of(from("10.0.0.1", request));
        assertThat(trusted.secure()).isTrue();
        assertThat(trusted.host()).isEqualTo("tertulia.example");

        var untrusted = behindProxy.of(from("203.0.113.1", request));
        assertThat(untrusted.secure()).isFalse();
        assertThat(untrusted.host()).isEqualTo("127.0.0.1:8080");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "203.0.113.1, false", "10.0.0.1, false"})
    void anOperatorShouldBeOnThisMachine(String socket, boolean operator) {
        var request = MockServerHttpRequest.get("/actuator/prometheus");

        assertThat(behindProxy.of(from(socket, request)).operator()).isEqualTo(operator);
    }

    @Test
    void nobodyShouldBeAnOperatorThroughAProxyOnThisMachine() {
        var request = MockServerHttpRequest.get("/").header("X-Forwarded-For", "127.0.0.1");

        assertThat(direct.of(from("127.0.0.1", request)).operator()).isFalse();
        assertThat(behindProxy.of(from("::1", request)).operator()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2:ffff::1, 2001:db8:1:2:0:0:0:0/64",
    })
    void addressesOfOneNetworkShouldCountAsOne(String socket, String network) {
        var request = MockServerHttpRequest.get("/");

        assertThat(direct.of(from(socket, request)).network()).isEqualTo(network);
    }

    private static MockServerHttpRequest from(
            String socket, MockServerHttpRequest.BaseBuilder<?> request) {
        return request.remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(socket), 5000))
                .build();
    }
}
