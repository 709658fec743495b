/**
 * What translates. A {@link org.tertulia.translation.engine.TranslationEngine} is one way to do it; whichever it is, a
 * {@link org.tertulia.translation.engine.MarkedText} tells it which parts it must leave as they are.
 */
@NullMarked
package org.tertulia.translation.engine;

import org.jspecify.annotations.NullMarked;
