package org.tertulia.starter.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads text headers of records. */
final class RecordHeaders {

    private RecordHeaders() {}

    /** The last header of this name, or the empty string. */
    static String text(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
