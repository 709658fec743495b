@NullMarked
package org.tertulia.test.engine;

import org.jspecify.annotations.NullMarked;
