/** A WebSocket that says who speaks and sends back what was said. */
@NullMarked
package org.tertulia.sample.echo;

import org.jspecify.annotations.NullMarked;
