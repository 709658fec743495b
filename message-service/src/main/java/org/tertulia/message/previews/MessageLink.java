package org.tertulia.message.previews;

import org.tertulia.starter.egress.WebAddress;

/**
 * A link in a message.
 *
 * @param written as it stands there
 * @param address where it leads
 */
record MessageLink(String written, WebAddress address) {}
