/** What makes a push message: encrypted for one subscription (RFC 8291, RFC 8188) and signed as ours (RFC 8292), by the JDK alone. */
@NullMarked
package org.tertulia.notification.push.encryption;

import org.jspecify.annotations.NullMarked;
