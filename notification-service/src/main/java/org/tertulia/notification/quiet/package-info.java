/** When people do not want to be disturbed: their inboxes fill as ever, what reaches out to them waits. */
@NullMarked
package org.tertulia.notification.quiet;

import org.jspecify.annotations.NullMarked;
