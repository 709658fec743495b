/** What every Tertulia service shares: one package and one auto-configuration for each concern. */
@NullMarked
package org.tertulia.starter;

import org.jspecify.annotations.NullMarked;
