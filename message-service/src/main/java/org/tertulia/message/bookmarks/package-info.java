/** Messages that people have marked for themselves. */
@NullMarked
package org.tertulia.message.bookmarks;

import org.jspecify.annotations.NullMarked;
