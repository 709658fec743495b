/** What happens elsewhere, and comes here as events. */
@NullMarked
package org.tertulia.notification.listening;

import org.jspecify.annotations.NullMarked;
