/** What of a text survives its translation byte for byte, and how that is checked. */
@NullMarked
package org.tertulia.translation.protection;

import org.jspecify.annotations.NullMarked;
