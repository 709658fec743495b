/** What the service needs of the suite. */
@NullMarked
package org.tertulia.scheduler.config;

import org.jspecify.annotations.NullMarked;
