/** Runs programs that are not ours on bytes that strangers sent. */
@NullMarked
package org.tertulia.media.programs;

import org.jspecify.annotations.NullMarked;
