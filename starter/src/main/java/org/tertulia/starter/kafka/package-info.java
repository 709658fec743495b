/** Listening to events: ordered subscriptions with dead letters, and broadcasts to every instance. */
@NullMarked
package org.tertulia.starter.kafka;

import org.jspecify.annotations.NullMarked;
