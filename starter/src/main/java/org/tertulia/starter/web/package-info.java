/** Pages, cursors, calls to other services, and the service's own API documents. */
@NullMarked
package org.tertulia.starter.web;

import org.jspecify.annotations.NullMarked;
