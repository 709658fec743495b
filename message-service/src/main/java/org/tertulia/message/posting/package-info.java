/** Messages into the log: validated, committed together in batches, once per client message id. */
@NullMarked
package org.tertulia.message.posting;

import org.jspecify.annotations.NullMarked;
