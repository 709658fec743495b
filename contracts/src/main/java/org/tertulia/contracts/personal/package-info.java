/** What people keep for themselves, published by the message service for their own connections. */
@NullMarked
package org.tertulia.contracts.personal;

import org.jspecify.annotations.NullMarked;
