/** What people are told, published by the notification service. */
@NullMarked
package org.tertulia.contracts.notification;

import org.jspecify.annotations.NullMarked;
