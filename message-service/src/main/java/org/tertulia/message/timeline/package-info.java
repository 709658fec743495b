/** Reads of the log: history pages, raw entries, and the overview of a person's conversations. */
@NullMarked
package org.tertulia.message.timeline;

import org.jspecify.annotations.NullMarked;
