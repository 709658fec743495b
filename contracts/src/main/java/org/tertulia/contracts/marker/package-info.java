/** How far people have read, published by the message service. */
@NullMarked
package org.tertulia.contracts.marker;

import org.jspecify.annotations.NullMarked;
