/**
 * Which path belongs to which service, the older path layout, and what a request may carry before it
 * is passed on.
 */
@NullMarked
package org.tertulia.gateway.routes;

import org.jspecify.annotations.NullMarked;
