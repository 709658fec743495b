package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Operators know the keys by {@code docs/configuration.md} only. */
class ConfigurationDocumentTest {

    @Test
    void everyKeyShouldBeDocumentedAndNoOther() {
        assertThat(ConfigurationDocument.missingKeys("org.tertulia.starter")).isEmpty();
        assertThat(ConfigurationDocument.staleKeys("org.tertulia.starter")).isEmpty();
    }

    @Test
    void everyEnvironmentVariableShouldBeDocumented() {
        assertThat(ConfigurationDocument.missingVariables("tertulia-defaults.yml")).isEmpty();
    }
}
