/**
 * What messages say in other languages, as the translation service tells it: kept for as long as the message has that text,
 * so that the message is found by it. What takes a text away, or closes the chat, takes its translations away in the same
 * transaction; see {@code edit_message}, {@code delete_message} and {@code close_chat} in the migrations.
 */
@NullMarked
package org.tertulia.message.translationstore;

import org.jspecify.annotations.NullMarked;
