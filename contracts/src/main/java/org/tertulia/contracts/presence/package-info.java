/** Who is connected where, published by every instance of the message service. */
@NullMarked
package org.tertulia.contracts.presence;

import org.jspecify.annotations.NullMarked;
