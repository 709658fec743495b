/** Who is told what. Pure: from an occasion and how a person stands to it follows whether they are told. */
@NullMarked
package org.tertulia.notification.decisions;

import org.jspecify.annotations.NullMarked;
