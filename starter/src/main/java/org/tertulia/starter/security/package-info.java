/** Who calls: access tokens are verified by every service, not only by the gateway. */
@NullMarked
package org.tertulia.starter.security;

import org.jspecify.annotations.NullMarked;
