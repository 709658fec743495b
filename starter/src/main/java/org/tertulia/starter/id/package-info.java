/** Typed identifiers, and where new ones come from. */
@NullMarked
package org.tertulia.starter.id;

import org.jspecify.annotations.NullMarked;
