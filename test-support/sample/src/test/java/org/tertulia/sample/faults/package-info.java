/** One path for each kind of error a request can end with. */
@NullMarked
package org.tertulia.sample.faults;

import org.jspecify.annotations.NullMarked;
