/** Rules by which people want to be told: of a word, of a person, of a chat in which nobody writes. */
@NullMarked
package org.tertulia.notification.alerts;

import org.jspecify.annotations.NullMarked;
