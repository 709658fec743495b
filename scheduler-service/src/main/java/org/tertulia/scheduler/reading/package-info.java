/** Sentences of what and when, read for whoever writes them before anything comes of it. */
@NullMarked
package org.tertulia.scheduler.reading;

import org.jspecify.annotations.NullMarked;
