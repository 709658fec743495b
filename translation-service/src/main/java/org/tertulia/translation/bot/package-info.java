/**
 * The bot: an account like anybody's that translates what it is written, and what it is called for. There is none unless
 * {@code tertulia.translation.bot} names one.
 */
@NullMarked
package org.tertulia.translation.bot;

import org.jspecify.annotations.NullMarked;
