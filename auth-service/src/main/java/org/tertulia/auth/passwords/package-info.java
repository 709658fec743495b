/** Passwords: hashed with Argon2id on a bounded pool, checked no more often than guessing is worth. */
@NullMarked
package org.tertulia.auth.passwords;

import org.jspecify.annotations.NullMarked;
