/** Wiring that belongs to no feature: where files are served from. */
@NullMarked
package org.tertulia.gateway.config;

import org.jspecify.annotations.NullMarked;
