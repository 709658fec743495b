/** What a reminder is, when it is due, and how it is stored and announced. */
@NullMarked
package org.tertulia.scheduler.reminders;

import org.jspecify.annotations.NullMarked;
