/** Who is writing something just now. */
@NullMarked
package org.tertulia.message.typing;

import org.jspecify.annotations.NullMarked;
