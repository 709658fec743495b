/** Which messages are to be translated, since somebody who is connected wants to read them in another language. */
@NullMarked
package org.tertulia.message.translationrequests;

import org.jspecify.annotations.NullMarked;
