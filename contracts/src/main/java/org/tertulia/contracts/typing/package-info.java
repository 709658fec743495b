/** Who is writing something, published by the message service. */
@NullMarked
package org.tertulia.contracts.typing;

import org.jspecify.annotations.NullMarked;
