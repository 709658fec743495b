/** Finding people by handle or name. */
@NullMarked
package org.tertulia.user.search;

import org.jspecify.annotations.NullMarked;
