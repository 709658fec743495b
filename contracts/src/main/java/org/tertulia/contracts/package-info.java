/** The events that Tertulia services publish on Kafka, and the names of their topics: the only types services share. */
@NullMarked
package org.tertulia.contracts;

import org.jspecify.annotations.NullMarked;
