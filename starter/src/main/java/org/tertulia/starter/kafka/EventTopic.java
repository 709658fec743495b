package org.tertulia.starter.kafka;

/**
 * A topic that must exist: declared as a bean by the service that publishes to it. Topics that are
 * listened to need no declaration.
 *
 * @param name its name, one of {@link org.tertulia.contracts.Topics}
 */
public record EventTopic(String name) {}
