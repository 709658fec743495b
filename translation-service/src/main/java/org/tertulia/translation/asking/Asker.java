package org.tertulia.translation.asking;

import org.tertulia.starter.id.UserId;
import org.tertulia.translation.language.AcceptedLanguages;

/**
 * Somebody who asks for translations.
 *
 * @param person who
 * @param accepted what languages their client says they read
 */
record Asker(UserId person, AcceptedLanguages accepted) {}
