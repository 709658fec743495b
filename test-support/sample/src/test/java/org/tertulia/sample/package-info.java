/** A small service that uses everything the starter has, so that it can be tested on real servers. */
@NullMarked
package org.tertulia.sample;

import org.jspecify.annotations.NullMarked;
