/**
 * Tests of the whole suite, as a client meets it: through the gateway, and where it matters at a
 * service itself. They need a running suite and say which by {@code TERTULIA_BASE_URL}; those that
 * stop parts also need its state folder, {@code TERTULIA_HOME}, and are skipped without.
 *
 * <p>Every test makes people of its own, so that the tests disturb neither each other nor what else
 * the suite holds.
 */
@NullMarked
package org.tertulia.load.suite;

import org.jspecify.annotations.NullMarked;
