/**
 * The bench: measures the suite beside a baseline in the same run, so that machines can be compared by
 * the ratio.
 */
@NullMarked
package org.tertulia.load.bench;

import org.jspecify.annotations.NullMarked;
