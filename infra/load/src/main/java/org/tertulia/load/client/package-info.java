/**
 * A client of the suite's public API: REST calls, one WebSocket, and on top of both a client that
 * stays connected, resumes where it was, and holds the server to its word about order.
 */
@NullMarked
package org.tertulia.load.client;

import org.jspecify.annotations.NullMarked;
