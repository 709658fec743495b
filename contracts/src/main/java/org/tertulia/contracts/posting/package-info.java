/** What became of messages that others had posted in people's names, published by the message service. */
@NullMarked
package org.tertulia.contracts.posting;

import org.jspecify.annotations.NullMarked;
