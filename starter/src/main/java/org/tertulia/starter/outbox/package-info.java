/** Events leave a service through a table written in the transaction that caused them. Invariant: rows
 * of one key are inserted under that aggregate's row lock, so that id order is commit order per key; one
 * relay at a time, the holder of an advisory lock, publishes rows in id order and deletes what the
 * broker has acknowledged. A crash between the two repeats an event, with the same id; it never loses or
 * reorders one. */
@NullMarked
package org.tertulia.starter.outbox;

import org.jspecify.annotations.NullMarked;
