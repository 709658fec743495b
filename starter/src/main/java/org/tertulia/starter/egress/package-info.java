/**
 * The way out to servers that people name, such as the pages of links and the endpoints of push messages. It is built
 * around one rule: an address has one meaning ({@link org.tertulia.starter.egress.WebAddress}), its host is looked up
 * once, every address found must be one of the public internet ({@link org.tertulia.starter.egress.AddressGuard}), and
 * the connection goes to the very address that was checked ({@link org.tertulia.starter.egress.CheckedHosts}, {@link
 * org.tertulia.starter.egress.OutgoingHttp}).
 */
@NullMarked
package org.tertulia.starter.egress;

import org.jspecify.annotations.NullMarked;
