package org.tertulia.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final Ports WELL_KNOWN = new Ports(null, Map.of());

    @Test
    void withoutABaseEachPartShouldHaveItsWellKnownPort() {
        assertThat(WELL_KNOWN.of("gateway")).isEqualTo(8080);
        assertThat(WELL_KNOWN.of("discovery")).isEqualTo(8761);
        assertThat(WELL_KNOWN.of("postgresql")).isEqualTo(5442);
        assertThat(WELL_KNOWN.of("kafka")).isEqualTo(9192);
        assertThat(WELL_KNOWN.of("s3")).isEqualTo(9194);
        assertThat(WELL_KNOWN.of("mail")).isEqualTo(8025);
        assertThat(WELL_KNOWN.of("mail-smtp")).isEqualTo(1025);
        assertThat(WELL_KNOWN.of("message-service")).isEqualTo(8104);
        assertThat(WELL_KNOWN.of("media-service")).isEqualTo(8105);
        assertThat(WELL_KNOWN.of("scheduler-service")).isEqualTo(8106);
        assertThat(WELL_KNOWN.of("notification-service")).isEqualTo(8107);
        assertThat(WELL_KNOWN.of("translation-service")).isEqualTo(8108);
    }

    @Test
    void aFurtherInstanceShouldLieTenAboveTheOneBefore() {
        assertThat(WELL_KNOWN.of("message-service", 2)).isEqualTo(8114);
        assertThat(WELL_KNOWN.of("message-service", 3)).isEqualTo(8124);
    }

    @Test
    void withABaseAllShouldLieTogetherAndNoneTwice() {
        var ports = new Ports(20_000, Map.of());
        var single =
                Stream.of(
                        "discovery",
                        "postgresql",
                        "kafka",
                        "kafka-controller",
                        "s3",
                        "mail",
                        "mail-smtp");
        var several =
                Stream.of(
                        "gateway",
                        "auth-service",
                        "user-service",
                        "chat-service",
                        "message-service",
                        "media-service",
                        "scheduler-service",
                        "notification-service",
                        "translation-service");
        var all =
                Stream.concat(
                                single.map(ports::of),
                                several.flatMap(it -> Stream.of(ports.of(it), ports.of(it, 2))))
                        .toList();

        assertThat(ports.of("gateway")).isEqualTo(20_000);
        assertThat(all).allSatisfy(it -> assertThat(it).isBetween(20_000, 20_099));
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
    }

    @Test
    void aPortSetByNameShouldWin() {
        var ports = new Ports(20_000, Map.of("gateway", 9000, "message-service-2", 9100));

        assertThat(ports.of("gateway")).isEqualTo(9000);
        assertThat(ports.of("message-service", 2)).isEqualTo(9100);
    }

    @Test
    void servicesShouldFindAPartAtItsDoor() {
        var ports = new Ports(20_000, Map.of()).withDoors(Set.of("kafka"));

        assertThat(ports.of("kafka")).isEqualTo(20_003);
        assertThat(ports.foundAt("kafka")).isEqualTo(20_063);
        assertThat(ports.foundAt("postgresql")).isEqualTo(ports.of("postgresql"));
    }

    @Test
    void anUnknownPartShouldBeRefused() {
        assertThatThrownBy(() -> WELL_KNOWN.of("parrot"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parrot");
    }
}
