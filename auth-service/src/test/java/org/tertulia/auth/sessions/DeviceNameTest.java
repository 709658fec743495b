package org.tertulia.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.starter.problem.ProblemException;

class DeviceNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0 | Firefox on Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/129.0 Safari/537.36 Edg/129 | Edge on Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15 | Safari on macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1 | Safari on iPhone",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/129.0 Mobile Safari/537.36 | Chrome on Android",
                "curl/8.5.0 | curl",
                "ReactorNetty/1.3.0 (something) | ReactorNetty",
                "/odd | Unknown device",
                "'   ' | Unknown device",
                " | Unknown device"
            })
    void aDeviceIsNamedAfterItsUserAgent(@Nullable String userAgent, String name) {
        assertThat(DeviceName.of(null, userAgent)).isEqualTo(name);
    }

    @Test
    void thePersonsOwnNameIsPreferred() {
        assertThat(DeviceName.of("  Ana's laptop ", "curl/8.5.0")).isEqualTo("Ana's laptop");
        assertThat(DeviceName.of(" ", "curl/8.5.0")).isEqualTo("curl");
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> DeviceName.of("x".repeat(81), null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.errors())
                                        .extracting("field")
                                        .containsExactly("deviceName"));
    }
}
