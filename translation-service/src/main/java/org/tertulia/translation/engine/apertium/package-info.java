/**
 * Translates with the programs of <a href="https://www.apertium.org">Apertium</a>, kept warm. A direction is a pipe of
 * programs; a request goes in at one end with a mark before and after it that only this request has, and comes out at the
 * other. An answer without these marks, in that order, is none: when one of the programs has died, what comes out may be
 * anything.
 */
@NullMarked
package org.tertulia.translation.engine.apertium;

import org.jspecify.annotations.NullMarked;
