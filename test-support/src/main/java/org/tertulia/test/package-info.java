/**
 * What the tests of every service share: real servers, tokens, clocks, records of what was published, and the
 * contracts that each service has to keep.
 */
@NullMarked
package org.tertulia.test;

import org.jspecify.annotations.NullMarked;
