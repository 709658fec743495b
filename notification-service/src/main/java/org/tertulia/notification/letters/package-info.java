/** What mails say, as text and as HTML, in the language of who gets them. */
@NullMarked
package org.tertulia.notification.letters;

import org.jspecify.annotations.NullMarked;
