package org.tertulia.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened, as the value of one Kafka record.
 *
 * <p>The value is JSON with a {@code type} property; the CloudEvents 1.0 attributes travel as record
 * headers in binary mode. Events of one {@link #aggregateId()} arrive in the order they happened, at
 * least once; consumers recognise a repeat by the CloudEvents id or by the aggregate's own version.
 */
public interface TertuliaEvent {

    /** The aggregate the event is about: key of the record and CloudEvents {@code subject}. */
    UUID aggregateId();

    /** When it happened, UTC: CloudEvents {@code time}. */
    Instant occurredAt();
}
