/** Serving files: signed addresses, ranges, and headers that keep what people sent from running in our origin. */
@NullMarked
package org.tertulia.media.content;

import org.jspecify.annotations.NullMarked;
