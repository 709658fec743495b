/** The files: what is known of each, and that they are deleted in one piece. */
@NullMarked
package org.tertulia.media.files;

import org.jspecify.annotations.NullMarked;
