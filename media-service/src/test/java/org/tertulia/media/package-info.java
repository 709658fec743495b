@NullMarked
package org.tertulia.media;

import org.jspecify.annotations.NullMarked;
