/**
 * Brings notifications to people's browsers. What is to be pushed is written in the transaction that tells of it, so it is sent
 * if, and only if, that commits; it is sent at least once, under the same {@code Topic}, so that a push service that has it
 * already replaces it. What a message says is made when it is sent: what was settled by then is not.
 */
@NullMarked
package org.tertulia.notification.push.delivery;

import org.jspecify.annotations.NullMarked;
