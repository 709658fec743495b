package org.tertulia.starter.kafka;

/**
 * An event as it came from the broker. The array is the listener's own and is not copied.
 *
 * @param key id of the aggregate
 * @param type CloudEvents type, empty when the record has none
 * @param value the JSON, UTF-8
 */
public record RawEvent(String key, String type, byte[] value) {}
