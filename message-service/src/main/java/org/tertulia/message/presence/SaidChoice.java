package org.tertulia.message.presence;

import org.jspecify.annotations.Nullable;

/**
 * A choice as one instance tells it to the others.
 *
 * @param choice the choice
 * @param away what was said with it for all devices of the person at once; null when for none or one
 */
record SaidChoice(PresenceChoice choice, @Nullable Boolean away) {}
