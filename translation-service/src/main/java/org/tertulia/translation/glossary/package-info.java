/** Words that a chat wants translated in its own way, or not at all. */
@NullMarked
package org.tertulia.translation.glossary;

import org.jspecify.annotations.NullMarked;
