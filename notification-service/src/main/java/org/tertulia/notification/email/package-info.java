/** What people want by e-mail, that an address is theirs, and how digests are ended from a mail. */
@NullMarked
package org.tertulia.notification.email;

import org.jspecify.annotations.NullMarked;
