/**
 * The API documents of all services on one page, {@code /docs}.
 */
@NullMarked
package org.tertulia.gateway.docs;

import org.jspecify.annotations.NullMarked;
