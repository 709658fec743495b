/** Secrets that lie in a database. */
@NullMarked
package org.tertulia.starter.secrets;

import org.jspecify.annotations.NullMarked;
