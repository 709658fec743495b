/**
 * Takes out of files what tells of who made them, where, and with what. What may stay is named; everything else goes.
 * What is seen and heard is never touched.
 */
@NullMarked
package org.tertulia.media.metadata;

import org.jspecify.annotations.NullMarked;
