/** A small TCP proxy on the loopback address, through which connections go that are to be cut. */
@NullMarked
package org.tertulia.load.faults.door;

import org.jspecify.annotations.NullMarked;
