/** Sessions, one for each device that logged in, with the refresh tokens that keep each alive. */
@NullMarked
package org.tertulia.auth.sessions;

import org.jspecify.annotations.NullMarked;
