/** From a text and the language it is wanted in to what an engine made of it. */
@NullMarked
package org.tertulia.translation.translating;

import org.jspecify.annotations.NullMarked;
