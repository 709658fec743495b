/**
 * Reading sentences of time, Spanish and English. {@link org.tertulia.scheduler.phrases.TimePhrases} says what is read and
 * how.
 */
@NullMarked
package org.tertulia.scheduler.phrases;

import org.jspecify.annotations.NullMarked;
