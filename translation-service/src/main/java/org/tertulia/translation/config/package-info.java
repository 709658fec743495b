/** What the service needs of the suite. */
@NullMarked
package org.tertulia.translation.config;

import org.jspecify.annotations.NullMarked;
