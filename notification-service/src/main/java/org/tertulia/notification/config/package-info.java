/** Wiring of the service. */
@NullMarked
package org.tertulia.notification.config;

import org.jspecify.annotations.NullMarked;
