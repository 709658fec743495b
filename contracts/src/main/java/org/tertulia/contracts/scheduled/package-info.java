/** Events about messages that are to be posted later, published by the scheduler service. */
@NullMarked
package org.tertulia.contracts.scheduled;

import org.jspecify.annotations.NullMarked;
