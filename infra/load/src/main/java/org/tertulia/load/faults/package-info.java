/**
 * The fault suite: people write and read while parts of the suite are killed, paused and cut off from
 * each other, by a schedule made from a seed; then it is checked that nothing of what was promised is
 * broken. {@link org.tertulia.load.faults.FaultRun} is the whole of it.
 */
@NullMarked
package org.tertulia.load.faults;

import org.jspecify.annotations.NullMarked;
