/** Live delivery: the WebSocket connections of this instance and what each of them is owed. */
@NullMarked
package org.tertulia.message.delivery;

import org.jspecify.annotations.NullMarked;
