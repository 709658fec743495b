/**
 * People who write and read while things fail. What each of them does is decided beforehand, from a
 * seed; a kind of thing that people do is one class, an {@link org.tertulia.load.faults.town.Operation}.
 */
@NullMarked
package org.tertulia.load.faults.town;

import org.jspecify.annotations.NullMarked;
