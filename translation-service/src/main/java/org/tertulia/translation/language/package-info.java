/** Languages, pairs of them, and what they are called. */
@NullMarked
package org.tertulia.translation.language;

import org.jspecify.annotations.NullMarked;
