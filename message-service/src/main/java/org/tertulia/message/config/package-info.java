/** Wiring of the service. */
@NullMarked
package org.tertulia.message.config;

import org.jspecify.annotations.NullMarked;
