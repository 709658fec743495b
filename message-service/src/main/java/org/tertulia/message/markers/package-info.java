/** How far each person has read. */
@NullMarked
package org.tertulia.message.markers;

import org.jspecify.annotations.NullMarked;
