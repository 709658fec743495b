/** Of what people want to be told, chat by chat. */
@NullMarked
package org.tertulia.notification.levels;

import org.jspecify.annotations.NullMarked;
