/**
 * Reads a web page that somebody named, and tells what it says of itself. People choose the addresses, so pages
 * are reached by what {@link org.tertulia.starter.egress} lets through only. Each redirect begins anew.
 */
@NullMarked
package org.tertulia.message.webpages;

import org.jspecify.annotations.NullMarked;
