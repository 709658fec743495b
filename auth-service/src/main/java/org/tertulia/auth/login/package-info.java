/** Logging in and out. */
@NullMarked
package org.tertulia.auth.login;

import org.jspecify.annotations.NullMarked;
