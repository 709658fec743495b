/** Finds words that people wait for in what is said. Pure: from two texts follows whether one is in the other. */
@NullMarked
package org.tertulia.notification.words;

import org.jspecify.annotations.NullMarked;
