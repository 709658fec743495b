/** Messages that people write now and have posted later. What becomes of them the message service says. */
@NullMarked
package org.tertulia.scheduler.scheduled;

import org.jspecify.annotations.NullMarked;
