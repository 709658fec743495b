/** Whom a reminder reminds, and whether its owner may. */
@NullMarked
package org.tertulia.scheduler.audience;

import org.jspecify.annotations.NullMarked;
