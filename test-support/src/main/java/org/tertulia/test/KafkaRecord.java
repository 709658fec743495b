package org.tertulia.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in a topic.
 *
 * @param key the key as text
 * @param value the value as text
 * @param headers the headers as text, in their order; of several with one name, the last
 * @param partition where it lies
 * @param offset its place in the partition
 * @param sentAt when its producer sent it, UTC
 */
public record KafkaRecord(
        @Nullable String key,
        @Nullable String value,
        Map<String, String> headers,
        int partition,
        long offset,
        Instant sentAt) {

    static KafkaRecord of(ConsumerRecord<String, byte[]> read) {
        var headers = new LinkedHashMap<String, String>();
        read.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        var value = read.value() == null ? null : text(read.value());
        return new KafkaRecord(
                read.key(),
                value,
                headers,
                read.partition(),
                read.offset(),
                Instant.ofEpochMilli(read.timestamp()));
    }

    /** The header of this name, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The CloudEvents type, or null. */
    public @Nullable String type() {
        return header("ce_type");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
