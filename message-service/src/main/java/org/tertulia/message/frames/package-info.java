/** The JSON frames of the WebSocket protocol and its close codes. */
@NullMarked
package org.tertulia.message.frames;

import org.jspecify.annotations.NullMarked;
