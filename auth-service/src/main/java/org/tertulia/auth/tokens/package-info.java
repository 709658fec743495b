/** Access tokens, and how they and the refresh tokens travel to clients and back. */
@NullMarked
package org.tertulia.auth.tokens;

import org.jspecify.annotations.NullMarked;
