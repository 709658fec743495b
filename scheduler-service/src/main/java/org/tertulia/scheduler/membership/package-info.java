/** Who may talk where: this service's own replica of the chat service's events. */
@NullMarked
package org.tertulia.scheduler.membership;

import org.jspecify.annotations.NullMarked;
