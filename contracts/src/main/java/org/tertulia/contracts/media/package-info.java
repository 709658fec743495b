/** Events of files. */
@NullMarked
package org.tertulia.contracts.media;

import org.jspecify.annotations.NullMarked;
