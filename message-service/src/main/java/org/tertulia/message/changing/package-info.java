/** What people do with messages that are there: edit, delete, react, pin. Each change is one entry of the log. */
@NullMarked
package org.tertulia.message.changing;

import org.jspecify.annotations.NullMarked;
