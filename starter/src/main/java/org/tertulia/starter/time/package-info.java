/** The clock, so that tests can turn it. */
@NullMarked
package org.tertulia.starter.time;

import org.jspecify.annotations.NullMarked;
