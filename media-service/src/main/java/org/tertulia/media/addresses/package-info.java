/** Signed addresses: where somebody finds the bytes of a file for a while, without a token. */
@NullMarked
package org.tertulia.media.addresses;

import org.jspecify.annotations.NullMarked;
