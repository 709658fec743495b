/** The notification service: who is told what, and an inbox for each person. */
@NullMarked
package org.tertulia.notification;

import org.jspecify.annotations.NullMarked;
