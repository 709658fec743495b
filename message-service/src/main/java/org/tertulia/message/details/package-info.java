/** What is told about single messages beyond what they say now: earlier versions, who reacted, which are pinned. */
@NullMarked
package org.tertulia.message.details;

import org.jspecify.annotations.NullMarked;
