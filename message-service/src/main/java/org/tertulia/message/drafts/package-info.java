/** What people have begun to write and not sent yet. */
@NullMarked
package org.tertulia.message.drafts;

import org.jspecify.annotations.NullMarked;
