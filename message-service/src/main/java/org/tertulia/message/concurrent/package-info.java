/** What is handed from thread to thread without a lock. */
@NullMarked
package org.tertulia.message.concurrent;

import org.jspecify.annotations.NullMarked;
