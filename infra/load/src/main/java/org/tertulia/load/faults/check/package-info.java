/**
 * What must hold after faults, whatever they were: pure checks of what was promised, told and fetched
 * against the chats' logs. Each {@link org.tertulia.load.faults.check.Invariant} is one class.
 */
@NullMarked
package org.tertulia.load.faults.check;

import org.jspecify.annotations.NullMarked;
