/**
 * Runs the parts of one suite: starts each as soon as what it needs is ready, watches it, restarts
 * it when it dies, and stops all in order. Other shells talk to it through a socket in the state
 * folder.
 *
 * <p>Each part has one thread of its own that goes through the part's life; what those threads know
 * of each other is on the {@link org.tertulia.local.supervision.Board}, under one lock.
 */
@NullMarked
package org.tertulia.local.supervision;

import org.jspecify.annotations.NullMarked;
