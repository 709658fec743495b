/** Who may read and write where: this service's own replica of the chat service's events. */
@NullMarked
package org.tertulia.message.membership;

import org.jspecify.annotations.NullMarked;
