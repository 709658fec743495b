/** Files that stand for somebody or something: who may choose which. */
@NullMarked
package org.tertulia.starter.pictures;

import org.jspecify.annotations.NullMarked;
