/**
 * Engines that are servers elsewhere, asked by HTTP, each behind a circuit breaker, a bulkhead, a budget and a time limit
 * (resilience4j). Their addresses are the operator's, so any address is allowed.
 */
@NullMarked
package org.tertulia.translation.engine.http;

import org.jspecify.annotations.NullMarked;
