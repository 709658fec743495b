/** What is said: the log of every chat, read markers, and live delivery to the people who are connected. */
@NullMarked
package org.tertulia.message;

import org.jspecify.annotations.NullMarked;
