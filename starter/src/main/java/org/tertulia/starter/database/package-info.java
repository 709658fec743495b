/** A service's own database: what is done before people ask for what is in it. */
@NullMarked
package org.tertulia.starter.database;

import org.jspecify.annotations.NullMarked;
