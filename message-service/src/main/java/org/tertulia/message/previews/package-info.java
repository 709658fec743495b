/** Link previews: what the pages say of themselves that a message leads to. */
@NullMarked
package org.tertulia.message.previews;

import org.jspecify.annotations.NullMarked;
