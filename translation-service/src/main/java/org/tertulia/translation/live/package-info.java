/** Translates what people who are connected want to read, as it is said. */
@NullMarked
package org.tertulia.translation.live;

import org.jspecify.annotations.NullMarked;
