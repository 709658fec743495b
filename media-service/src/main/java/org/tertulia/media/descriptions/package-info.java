/** What people are told of files: one, several, those of a chat; and that they delete one. */
@NullMarked
package org.tertulia.media.descriptions;

import org.jspecify.annotations.NullMarked;
