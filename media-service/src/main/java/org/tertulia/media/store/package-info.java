/** Where the bytes are: any store that speaks S3. */
@NullMarked
package org.tertulia.media.store;

import org.jspecify.annotations.NullMarked;
