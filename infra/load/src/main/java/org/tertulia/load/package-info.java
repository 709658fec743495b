/** The bench, and the client with which it and the whole-suite tests talk to a running suite. */
@NullMarked
package org.tertulia.load;

import org.jspecify.annotations.NullMarked;
