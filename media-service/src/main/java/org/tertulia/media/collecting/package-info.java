/** What is left over goes: expired uploads, files that no message has, and their objects. */
@NullMarked
package org.tertulia.media.collecting;

import org.jspecify.annotations.NullMarked;
