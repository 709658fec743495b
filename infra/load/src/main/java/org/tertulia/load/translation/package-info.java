/** What it takes to find out how well and how fast the suite translates: sentences, scores, Apertium itself, bad engines. */
@NullMarked
package org.tertulia.load.translation;

import org.jspecify.annotations.NullMarked;
