/** Rules for the text that people write: what is stored is in one normal form, visible, and as long as it looks. */
@NullMarked
package org.tertulia.starter.text;

import org.jspecify.annotations.NullMarked;
