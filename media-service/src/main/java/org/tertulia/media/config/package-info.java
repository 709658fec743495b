/** Wiring of the service. */
@NullMarked
package org.tertulia.media.config;

import org.jspecify.annotations.NullMarked;
