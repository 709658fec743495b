/** The languages in which people are told something outside the app. */
@NullMarked
package org.tertulia.notification.language;

import org.jspecify.annotations.NullMarked;
