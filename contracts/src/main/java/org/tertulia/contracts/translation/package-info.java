/** What messages say in other languages, published by the translation service. */
@NullMarked
package org.tertulia.contracts.translation;

import org.jspecify.annotations.NullMarked;
