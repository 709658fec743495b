/** Copies of the notes, made from the events. */
@NullMarked
package org.tertulia.sample.copies;

import org.jspecify.annotations.NullMarked;
