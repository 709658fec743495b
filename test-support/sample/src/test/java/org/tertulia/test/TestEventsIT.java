package org.tertulia.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tertulia.test.engine.KafkaBrokers;

class TestEventsIT {

    private static final int EVENTS = 20;

    @Test
    @Timeout(60)
    void eventsShouldReachATopicThatCameBackWithFewerPartitions() throws Exception {
        for (var partitions : new int[] {8, 1}) {
            var broker = KafkaBrokers.take();
            CurrentKafka.use(broker.bootstrapServers());
            var where =
                    Map.<String, Object>of(
                            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
            try (var admin = Admin.create(where)) {
                var topic = new NewTopic("buses", partitions, (short) 1);
                admin.createTopics(List.of(topic)).all().get();
            }

            IntStream.range(0, EVENTS)
                    .forEach(i -> TestEvents.publish("buses", "line " + i, "late", Map.of()));

            var seen = KafkaRecords.of("buses").within(Duration.ofSeconds(10));
            assertThat(seen.awaitRecords(EVENTS)).hasSize(EVENTS);
            KafkaBrokers.giveBack(broker);
        }
    }
}
