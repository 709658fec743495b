/** What reminders are to come, as a calendar that other programs subscribe to. */
@NullMarked
package org.tertulia.scheduler.feed;

import org.jspecify.annotations.NullMarked;
