package org.tertulia.starter.kafka;

/** Record headers of the CloudEvents 1.0 Kafka binding in binary mode. */
public final class CloudEventHeaders {

    /** Always {@link #SPEC_VERSION_1}. */
    public static final String SPEC_VERSION = "ce_specversion";

    /** The version we speak. */
    public static final String SPEC_VERSION_1 = "1.0";

    /** The event's identity, a UUID. */
    public static final String ID = "ce_id";

    /** Kind and version, such as {@code org.tertulia.message.posted.v1}. */
    public static final String TYPE = "ce_type";

    /** The publishing service, such as {@code /message-service}. */
    public static final String SOURCE = "ce_source";

    /** When it happened, RFC 3339 UTC. */
    public static final String TIME = "ce_time";

    /** Id of the aggregate it is about. */
    public static final String SUBJECT = "ce_subject";

    /** Media type of the value. */
    public static final String CONTENT_TYPE = "content-type";

    /** The only media type we publish. */
    public static final String JSON = "application/json";

    private CloudEventHeaders() {}
}
