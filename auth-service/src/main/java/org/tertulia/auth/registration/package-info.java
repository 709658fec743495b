/** Registration: a new person gets an account, a session and tokens in one step. */
@NullMarked
package org.tertulia.auth.registration;

import org.jspecify.annotations.NullMarked;
