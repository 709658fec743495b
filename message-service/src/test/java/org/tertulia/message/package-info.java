@NullMarked
package org.tertulia.message;

import org.jspecify.annotations.NullMarked;
