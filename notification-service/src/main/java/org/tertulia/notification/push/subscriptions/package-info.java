/** Where people's browsers are reached. */
@NullMarked
package org.tertulia.notification.push.subscriptions;

import org.jspecify.annotations.NullMarked;
