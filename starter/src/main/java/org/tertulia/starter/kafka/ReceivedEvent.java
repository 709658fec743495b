package org.tertulia.starter.kafka;

import java.util.UUID;
import org.tertulia.contracts.TertuliaEvent;

/**
 * An event with its identity.
 *
 * @param id CloudEvents id; the same when the event is delivered again
 * @param event what happened
 */
public record ReceivedEvent<E extends TertuliaEvent>(UUID id, E event) {}
