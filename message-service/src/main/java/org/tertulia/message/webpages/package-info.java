/**
 * Reads a web page that somebody named, and tells what it says of itself. People choose the addresses, so this is the
 * one place that connects to what others choose, and it is built around that: an address has one meaning ({@link
 * org.tertulia.message.webpages.WebAddress}), its host is looked up once, every address found must be one of the
 * public internet ({@link org.tertulia.message.webpages.AddressGuard}), and the connection goes to the very address
 * that was checked. Each redirect begins anew.
 */
@NullMarked
package org.tertulia.message.webpages;

import org.jspecify.annotations.NullMarked;
