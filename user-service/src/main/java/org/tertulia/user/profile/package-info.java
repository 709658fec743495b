/** A person's profile: begun with the account, changed by its owner, read by everybody who is signed in. */
@NullMarked
package org.tertulia.user.profile;

import org.jspecify.annotations.NullMarked;
