/** Accounts: who a person is, under which handle and email they log in. */
@NullMarked
package org.tertulia.auth.account;

import org.jspecify.annotations.NullMarked;
