@NullMarked
package org.tertulia.test.openapi;

import org.jspecify.annotations.NullMarked;
