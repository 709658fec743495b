/** Which messages are to be translated, published by the message service. */
@NullMarked
package org.tertulia.contracts.translationrequest;

import org.jspecify.annotations.NullMarked;
