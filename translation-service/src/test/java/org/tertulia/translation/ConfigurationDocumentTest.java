package org.tertulia.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tertulia.test.ConfigurationDocument;

/** Operators know the keys by {@code docs/configuration.md} only. */
class ConfigurationDocumentTest {

    @Test
    void everyKeyShouldBeDocumentedAndNoOther() {
        assertThat(ConfigurationDocument.missingKeys("org.tertulia.translation")).isEmpty();
        assertThat(ConfigurationDocument.staleKeys("org.tertulia.translation")).isEmpty();
    }

    @Test
    void everyEnvironmentVariableShouldBeDocumented() {
        assertThat(ConfigurationDocument.missingVariables("application.yml")).isEmpty();
    }
}
