@NullMarked
package org.tertulia.test;

import org.jspecify.annotations.NullMarked;
