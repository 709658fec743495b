/** What people may have come with a message, whether it is posted now or later. */
@NullMarked
package org.tertulia.starter.attachments;

import org.jspecify.annotations.NullMarked;
