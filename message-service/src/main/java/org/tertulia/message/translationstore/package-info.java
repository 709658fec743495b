/**
 * What messages say in other languages, as the translation service tells it: kept for as long as the message has that text,
 * so that the message is found by it. What takes a text away takes its translations away in the same transaction; see
 * {@code edit_message} and {@code delete_message} in the migrations.
 */
@NullMarked
package org.tertulia.message.translationstore;

import org.jspecify.annotations.NullMarked;
