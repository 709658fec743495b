package org.tertulia.message.search;

import org.tertulia.message.timeline.MessagePlace;

/**
 * The translation by which alone a message is found, as the database tells it.
 *
 * @param message the place of the message
 * @param language its language
 * @param text what it says
 */
record TranslationRow(MessagePlace message, String language, String text) {}
