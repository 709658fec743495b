/**
 * The real PostgreSQL, Kafka and S3 store that tests run on.
 *
 * <p>All start when they are first asked for, once per JVM, on free ports of the loopback address, and stop with the
 * JVM; a server whose JVM was killed ends by itself (Kafka, S3) or is ended by the next test run (PostgreSQL). Where a
 * Docker engine answers, the published images of PostgreSQL and Kafka run instead.
 */
@NullMarked
package org.tertulia.test.engine;

import org.jspecify.annotations.NullMarked;
