/** Comparing a service's OpenAPI file with its controllers. */
@NullMarked
package org.tertulia.test.openapi;

import org.jspecify.annotations.NullMarked;
