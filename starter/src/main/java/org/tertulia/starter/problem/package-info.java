/** Errors as RFC 9457 problem details, rendered in one place. */
@NullMarked
package org.tertulia.starter.problem;

import org.jspecify.annotations.NullMarked;
