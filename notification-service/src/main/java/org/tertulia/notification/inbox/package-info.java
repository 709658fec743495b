/** One inbox per person: what they are told, what of it they have read, what was withdrawn. */
@NullMarked
package org.tertulia.notification.inbox;

import org.jspecify.annotations.NullMarked;
