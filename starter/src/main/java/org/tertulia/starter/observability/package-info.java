/** Traces that go on across HTTP and Kafka (W3C Trace Context). */
@NullMarked
package org.tertulia.starter.observability;

import org.jspecify.annotations.NullMarked;
