/** Takes away the translations of what was edited or deleted. */
@NullMarked
package org.tertulia.translation.forgetting;

import org.jspecify.annotations.NullMarked;
