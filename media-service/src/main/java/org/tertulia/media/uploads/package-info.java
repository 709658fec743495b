/** Uploads that survive bad connections: tus 1.0 before S3's parts. */
@NullMarked
package org.tertulia.media.uploads;

import org.jspecify.annotations.NullMarked;
