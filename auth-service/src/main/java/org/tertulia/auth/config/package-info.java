/** Wiring of the service. */
@NullMarked
package org.tertulia.auth.config;

import org.jspecify.annotations.NullMarked;
