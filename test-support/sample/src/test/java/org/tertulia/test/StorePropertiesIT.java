package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@SampleTest
class StorePropertiesIT {

    @Autowired private Environment environment;

    @Test
    void aServiceThatCouldUseAStoreShouldHaveABucket() {
        assertThat(property("endpoint")).startsWith("http://127.0.0.1:");
        assertThat(property("bucket")).startsWith("test-");
        assertThat(property("region")).isNotEmpty();
        assertThat(property("access-key")).isNotEmpty();
        assertThat(property("secret-key")).isNotEmpty();
    }

    private String property(String name) {
        return environment.getProperty("tertulia.media.store." + name);
    }
}
