/**
 * Files on their way up and down. Neither is ever held as a whole: a side is read only while the other takes what it is
 * given, and a transfer may last for hours as long as it moves.
 */
@NullMarked
package org.tertulia.gateway.media;

import org.jspecify.annotations.NullMarked;
