/** What a suite on this machine tells of itself in its state folder. */
@NullMarked
package org.tertulia.load.home;

import org.jspecify.annotations.NullMarked;
