/** How a person likes the suite to look and speak. */
@NullMarked
package org.tertulia.user.preferences;

import org.jspecify.annotations.NullMarked;
