/**
 * The real PostgreSQL and Kafka that tests run on.
 *
 * <p>Both start when they are first asked for, once per JVM, on free ports of the loopback address, and stop with the
 * JVM; a server whose JVM was killed ends by itself (Kafka) or is ended by the next test run (PostgreSQL). Where a
 * Docker engine answers, the published images run instead.
 */
@NullMarked
package org.tertulia.test.engine;

import org.jspecify.annotations.NullMarked;
