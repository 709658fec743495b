/**
 * The only public door of the suite. It checks who calls and how often, finds the service by Eureka,
 * and passes requests and WebSockets on; it serves the web app and the API documents as well. It
 * keeps no state that another gateway would need.
 */
@NullMarked
package org.tertulia.gateway;

import org.jspecify.annotations.NullMarked;
