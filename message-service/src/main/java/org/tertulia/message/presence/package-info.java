/** Who is online, over all instances. */
@NullMarked
package org.tertulia.message.presence;

import org.jspecify.annotations.NullMarked;
