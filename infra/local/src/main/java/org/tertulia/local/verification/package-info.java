/**
 * Checks of the suite as a whole: starts one of its own beside whatever runs, with empty data, lets
 * the programs that test it run against it, and adds up what they found.
 */
@NullMarked
package org.tertulia.local.verification;

import org.jspecify.annotations.NullMarked;
