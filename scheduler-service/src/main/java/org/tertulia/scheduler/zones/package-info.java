/** Times and time zones as people name them. */
@NullMarked
package org.tertulia.scheduler.zones;

import org.jspecify.annotations.NullMarked;
