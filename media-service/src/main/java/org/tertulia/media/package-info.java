/** The media service: files that people send each other, as private as the messages they came with. */
@NullMarked
package org.tertulia.media;

import org.jspecify.annotations.NullMarked;
