/** Wakes what has to be done at its time, on any number of instances. */
@NullMarked
package org.tertulia.scheduler.clockwork;

import org.jspecify.annotations.NullMarked;
