/**
 * WebSockets: joins the socket of a client to one of message-service, frame by frame, with the close
 * codes of either side passed to the other.
 */
@NullMarked
package org.tertulia.gateway.realtime;

import org.jspecify.annotations.NullMarked;
