/** The entries of the chat logs, published by the message service. */
@NullMarked
package org.tertulia.contracts.message;

import org.jspecify.annotations.NullMarked;
