package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaExtensionIT {

    @RegisterExtension static final KafkaExtension kafka = KafkaExtension.withTopics("teas");

    @Test
    void recordsOfOneKeyShouldBeReadInTheirOrder() {
        TestEvents.publish("teas", "green", "1", Map.of("ce_type", "first"));
        TestEvents.publish("teas", "green", "2", Map.of());
        TestEvents.publish("teas", "black", "3", Map.of());

        var green = KafkaRecords.of("teas").awaitRecords(2, record -> "green".equals(record.key()));

        assertThat(green).extracting(KafkaRecord::value).containsExactly("1", "2");
        assertThat(green.getFirst().type()).isEqualTo("first");
        assertThat(KafkaRecords.of("teas").all()).hasSize(3);
    }

    @Test
    void waitingInVainShouldTellWhatWasThere() {
        kafka.createTopic("cups", 1);
        TestEvents.publish("cups", "blue", "chipped", Map.of());

        var cups = KafkaRecords.of("cups").within(Duration.ofSeconds(1));

        assertThatThrownBy(() -> cups.awaitRecord("red"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("chipped");
    }
}
