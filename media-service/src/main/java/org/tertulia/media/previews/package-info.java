/**
 * The queue of files that are to be looked into, and who works it off. A file's outcome is stored and announced once,
 * however many workers tried and died over it.
 */
@NullMarked
package org.tertulia.media.previews;

import org.jspecify.annotations.NullMarked;
