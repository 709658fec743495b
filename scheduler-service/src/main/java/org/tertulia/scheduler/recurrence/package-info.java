/**
 * When something that repeats is due: an RFC 5545 rule, the wall clock of a time zone that it follows, and what happens to
 * it in the two nights a year in which that clock is put forward and back.
 */
@NullMarked
package org.tertulia.scheduler.recurrence;

import org.jspecify.annotations.NullMarked;
