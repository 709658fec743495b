/** Fires what is due, on any number of instances, and clears away what is over. */
@NullMarked
package org.tertulia.scheduler.firing;

import org.jspecify.annotations.NullMarked;
