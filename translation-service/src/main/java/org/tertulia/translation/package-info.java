/** The translation service: what language something is in, and what it says in another, by any of several engines. */
@NullMarked
package org.tertulia.translation;

import org.jspecify.annotations.NullMarked;
