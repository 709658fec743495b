/**
 * Runs the whole suite on one machine: databases, Kafka, the store, discovery, the services and the
 * gateway, each a process of its own. The program behind {@code ./tertulia}.
 */
@NullMarked
package org.tertulia.local;

import org.jspecify.annotations.NullMarked;
