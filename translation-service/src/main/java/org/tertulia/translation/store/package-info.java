/** Translations of messages that are kept, and what is known of the languages of a chat. */
@NullMarked
package org.tertulia.translation.store;

import org.jspecify.annotations.NullMarked;
