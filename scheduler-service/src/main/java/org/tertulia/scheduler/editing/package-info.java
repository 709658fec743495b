/** What people do with their own reminders. */
@NullMarked
package org.tertulia.scheduler.editing;

import org.jspecify.annotations.NullMarked;
