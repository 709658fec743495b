/**
 * WebSockets: message-service answers the upgrade, and from then on the bytes of client and service pass
 * between their two connections as they come. No frame is read here.
 */
@NullMarked
package org.tertulia.gateway.realtime;

import org.jspecify.annotations.NullMarked;
