package org.tertulia.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StorePropertiesTest {

    private static final Map<String, String> REQUIRED =
            Map.of(
                    "endpoint", "http://127.0.0.1:9194",
                    "access-key", "heron",
                    "secret-key", "s3cr3t");

    @Test
    void theDefaultsShouldBeTheDocumentedOnes() {
        assertThat(bound(REQUIRED))
                .isEqualTo(
                        new StoreProperties(
                                URI.create("http://127.0.0.1:9194"),
                                "us-east-1",
                                "tertulia-media",
                                "heron",
                                "s3cr3t",
                                4,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(10)));
    }

    @Test
    void everyKeyShouldBeRead() {
        var all = new HashMap<>(REQUIRED);
        all.putAll(
                Map.of(
                        "region", "eu-west-1",
                        "bucket", "birds",
                        "writes", "2",
                        "call-timeout", "5s",
                        "stall-timeout", "2s"));

        assertThat(bound(all))
                .isEqualTo(
                        new StoreProperties(
                                URI.create("http://127.0.0.1:9194"),
                                "eu-west-1",
                                "birds",
                                "heron",
                                "s3cr3t",
                                2,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(2)));
    }

    @Test
    void aStoreWithoutKeysShouldBeRefused() {
        for (var key : new String[] {"access-key", "secret-key"}) {
            var keys = new HashMap<>(REQUIRED);
            keys.put(key, " ");
            assertThatThrownBy(() -> bound(keys))
                    .rootCause()
                    .hasMessageContaining("TERTULIA_S3_SECRET_KEY");
        }
    }

    @Test
    void theKeysShouldNotBeToldInLogs() {
        assertThat(bound(REQUIRED).toString()).doesNotContain("heron", "s3cr3t");
    }

    private static StoreProperties bound(Map<String, String> keys) {
        var source = new MapConfigurationPropertySource();
        keys.forEach((key, value) -> source.put("tertulia.media.store." + key, value));
        return new Binder(source).bind("tertulia.media.store", StoreProperties.class).get();
    }
}
