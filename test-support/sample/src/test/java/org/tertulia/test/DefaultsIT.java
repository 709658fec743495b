package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ProducerFactory;

@SampleTest
class DefaultsIT {

    @Autowired private Environment environment;
    @Autowired private ProducerFactory<String, byte[]> producers;

    /** What is lost or overtaken otherwise: decision 2. */
    @Test
    void eventsShouldBeSentOneRequestAtATimeUntilAllReplicasHaveThem() {
        assertThat(producers.getConfigurationProperties())
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    }

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
