/** Notes on boards; a board numbers its notes 1, 2, 3 …. */
@NullMarked
package org.tertulia.sample.notes;

import org.jspecify.annotations.NullMarked;
