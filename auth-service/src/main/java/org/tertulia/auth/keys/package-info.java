/** The keys that sign access tokens: made, published, rotated and retired, the same on every instance. */
@NullMarked
package org.tertulia.auth.keys;

import org.jspecify.annotations.NullMarked;
