/** What reached people, and what they read, published by the message service. */
@NullMarked
package org.tertulia.contracts.receipt;

import org.jspecify.annotations.NullMarked;
