package org.tertulia.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.test.engine.KafkaBrokers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes events as another service would, as CloudEvents in binary mode, written by a hand of its own and not by the
 * starter's. A call returns when Kafka has the record.
 */
public final class TestEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static @Nullable KafkaProducer<String, byte[]> producer;
    private static Place place = new Place("", 0);

    private TestEvents() {}

    /** Where a producer is good for; later topics of the same names may have other partitions. */
    private record Place(String bootstrapServers, int taking) {}

    /** Publishes under a new event id and returns that id. */
    public static UUID publish(String topic, TertuliaEvent event) {
        var id = UUID.randomUUID();
        publish(topic, id, event);
        return id;
    }

    /** Publishes under this event id; twice the same id is a redelivery. */
    public static void publish(String topic, UUID id, TertuliaEvent event) {
        JsonNode value = JSON.valueToTree(event);
        var type = value.path("type").asString();
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", "org.tertulia." + type + ".v1");
        headers.put("ce_source", "/test");
        headers.put("ce_time", event.occurredAt().toString());
        headers.put("ce_subject", event.aggregateId().toString());
        headers.put("content-type", "application/json");
        publish(topic, event.aggregateId().toString(), value.toString(), headers);
    }

    /** Publishes any text with any headers, such as what no consumer can read. */
    public static void publish(
            String topic, String key, String value, Map<String, String> headers) {
        var sent = new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8));
        headers.forEach(
                (name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer().send(sent).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new AssertionError("Cannot publish to " + topic, e);
        }
    }

    /** Kept while the broker is the same: opening one takes much longer than a record. */
    private static synchronized KafkaProducer<String, byte[]> producer() {
        var now = new Place(CurrentKafka.bootstrapServers(), KafkaBrokers.takings());
        var kept = producer;
        if (kept != null && now.equals(place)) {
            return kept;
        }
        if (kept != null) {
            kept.close(Duration.ZERO);
        }
        var opened = open(now.bootstrapServers());
        producer = opened;
        place = now;
        return opened;
    }

    private static KafkaProducer<String, byte[]> open(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000,
                        ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
