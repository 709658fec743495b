/** The scheduler service: reminders for oneself, each of whose occurrences fires exactly once. */
@NullMarked
package org.tertulia.scheduler;

import org.jspecify.annotations.NullMarked;
