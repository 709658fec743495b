/**
 * What happens when a service is away: the next instance where that is safe, else a 503 problem, and
 * in any case within the deadline of the route.
 */
@NullMarked
package org.tertulia.gateway.fallback;

import org.jspecify.annotations.NullMarked;
