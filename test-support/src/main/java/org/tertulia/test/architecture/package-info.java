/** The rules of {@link org.tertulia.test.ArchitectureRules}, one class each, and what they look at. */
@NullMarked
package org.tertulia.test.architecture;

import org.jspecify.annotations.NullMarked;
