/**
 * Looks into a file: what it is made of, its previews, and the file without what gives its owner away. Knows neither
 * the store nor the database, and blocks.
 */
@NullMarked
package org.tertulia.media.examination;

import org.jspecify.annotations.NullMarked;
