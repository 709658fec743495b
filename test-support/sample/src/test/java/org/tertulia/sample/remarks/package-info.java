/** Few of many notes, found by a sieve. */
@NullMarked
package org.tertulia.sample.remarks;

import org.jspecify.annotations.NullMarked;
