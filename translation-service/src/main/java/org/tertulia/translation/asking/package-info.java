/** Texts that somebody wants translated, whatever they are from. */
@NullMarked
package org.tertulia.translation.asking;

import org.jspecify.annotations.NullMarked;
