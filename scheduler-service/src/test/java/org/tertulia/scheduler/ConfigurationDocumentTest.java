package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ConfigurationDocument;

/** Operators know the keys by {@code docs/configuration.md} only. */
class ConfigurationDocumentTest {

    @Test
    void everyKeyShouldBeDocumentedAndNoOther() {
        assertThat(ConfigurationDocument.missingKeys("org.tertulia.scheduler")).isEmpty();
        assertThat(ConfigurationDocument.staleKeys("org.tertulia.scheduler")).isEmpty();
    }

    @Test
    void everyEnvironmentVariableShouldBeDocumented() {
        assertThat(ConfigurationDocument.missingVariables("application.yml")).isEmpty();
    }
}
