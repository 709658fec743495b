/** Which threads each person follows, how far they have read in them, and what is unread there. */
@NullMarked
package org.tertulia.message.threads;

import org.jspecify.annotations.NullMarked;
