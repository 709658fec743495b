/** Posts what people have scheduled, in their names, and answers what became of it. */
@NullMarked
package org.tertulia.message.scheduled;

import org.jspecify.annotations.NullMarked;
