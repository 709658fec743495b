package org.tertulia.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class UploadPropertiesTest {

    @Test
    void theDefaultsShouldBeTheDocumentedOnes() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        UploadFixtures.properties(
                                DataSize.ofMegabytes(64),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(15)));
    }

    @Test
    void everyKeyShouldBeRead() {
        var properties =
                bound(
                        Map.of(
                                "max-size", "1GB",
                                "quota", "10GB",
                                "max-open", "3",
                                "expiry", "1h",
                                "memory", "32MB",
                                "keep-after", "1s",
                                "patience", "2s",
                                "lease", "3s"));

        assertThat(properties)
                .isEqualTo(
                        new UploadProperties(
                                DataSize.ofGigabytes(1),
                                DataSize.ofGigabytes(10),
                                3,
                                Duration.ofHours(1),
                                DataSize.ofMegabytes(32),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3)));
    }

    @Test
    void aMemoryInWhichNoPartFitsShouldBeRefused() {
        assertThatThrownBy(() -> bound(Map.of("memory", "7MB")))
                .rootCause()
                .hasMessageContaining("tertulia.media.uploads.memory");
        assertThatThrownBy(() -> bound(Map.of("max-size", "1TB")))
                .rootCause()
                .hasMessageContaining("tertulia.media.uploads.memory");
    }

    @Test
    void noFileShouldHaveMorePartsThanTheStoreTakes() {
        for (var bytes : new long[] {0, 1, 8 << 20, 512L << 20, 5L << 40}) {
            var part = UploadProperties.partSize(bytes);
            assertThat(part).isGreaterThanOrEqualTo(5 << 20);
            assertThat(Math.ceilDiv(bytes, part)).isLessThanOrEqualTo(10_000);
        }
    }

    private static UploadProperties bound(Map<String, String> keys) {
        var source = new MapConfigurationPropertySource();
        keys.forEach((key, value) -> source.put("tertulia.media.uploads." + key, value));
        return new Binder(source).bindOrCreate("tertulia.media.uploads", UploadProperties.class);
    }
}
