/** Events about profiles, published by the user service. */
@NullMarked
package org.tertulia.contracts.user;

import org.jspecify.annotations.NullMarked;
