package org.tertulia.broken.beta;

import org.tertulia.contracts.chat.ChatKind;
import reactor.core.publisher.Mono;

/** A domain record that knows too much. */
public record Price(ChatKind kind, Mono<Long> amount) {}
