/** What a file is, by its content and never by its name. */
@NullMarked
package org.tertulia.media.types;

import org.jspecify.annotations.NullMarked;
