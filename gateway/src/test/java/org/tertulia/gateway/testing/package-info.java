/** Stand-ins for the services behind the gateway, and clients before it. */
@NullMarked
package org.tertulia.gateway.testing;

import org.jspecify.annotations.NullMarked;
