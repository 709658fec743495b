/** Events about reminders, published by the scheduler service. */
@NullMarked
package org.tertulia.contracts.reminder;

import org.jspecify.annotations.NullMarked;
