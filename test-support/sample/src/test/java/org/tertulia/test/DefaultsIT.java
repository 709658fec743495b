package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@SampleTest
class DefaultsIT {

    @Autowired private Environment environment;

    @Test
    void whatAServiceSaysItselfShouldWinOverWhatAllHaveInCommon() {
        assertThat(environment.getProperty("management.tracing.sampling.probability"))
                .isEqualTo("1.0");
    }

    @Test
    void whatAServiceDoesNotSayShouldBeAsForAll() {
        assertThat(environment.getProperty("spring.http.codecs.max-in-memory-size"))
                .isEqualTo("64KB");
    }
}
