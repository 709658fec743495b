/** Wishes that people may say again without having them granted twice. */
@NullMarked
package org.tertulia.scheduler.once;

import org.jspecify.annotations.NullMarked;
