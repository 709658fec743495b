/** Events about accounts and sessions, published by the auth service. */
@NullMarked
package org.tertulia.contracts.account;

import org.jspecify.annotations.NullMarked;
