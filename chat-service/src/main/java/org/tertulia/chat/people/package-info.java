/** The people known here: a replica of the user ids of user.events.v1. */
@NullMarked
package org.tertulia.chat.people;

import org.jspecify.annotations.NullMarked;
