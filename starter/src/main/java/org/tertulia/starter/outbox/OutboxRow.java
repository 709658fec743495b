package org.tertulia.starter.outbox;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.kafka.CloudEventHeaders;
import org.tertulia.starter.observability.TraceParents;

/** One event that waits to be published. */
record OutboxRow(
        long id,
        String topic,
        String key,
        UUID eventId,
        String type,
        Instant occurredAt,
        @Nullable String traceparent,
        String payload) {

    static OutboxRow of(Readable row) {
        return new OutboxRow(
                required(row, "id", Long.class),
                required(row, "topic", String.class),
                required(row, "record_key", String.class),
                required(row, "event_id", UUID.class),
                required(row, "event_type", String.class),
                required(row, "occurred_at", OffsetDateTime.class).toInstant(),
                row.get("traceparent", String.class),
                required(row, "payload", String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    ProducerRecord<String, byte[]> toRecord(String source) {
        var published = new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8));
        var headers = published.headers();
        add(headers, CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.SPEC_VERSION_1);
        add(headers, CloudEventHeaders.ID, eventId.toString());
        add(headers, CloudEventHeaders.TYPE, type);
        add(headers, CloudEventHeaders.SOURCE, source);
        add(headers, CloudEventHeaders.TIME, occurredAt.toString());
        add(headers, CloudEventHeaders.SUBJECT, key);
        add(headers, CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        if (traceparent != null) {
            add(headers, TraceParents.HEADER, traceparent);
        }
        return published;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
