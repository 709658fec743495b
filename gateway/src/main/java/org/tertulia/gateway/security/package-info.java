/**
 * Who is at the other end and what their browser may do: address of the caller, origins, security
 * headers, and the paths that are for operators only. Tokens are checked by the starter.
 */
@NullMarked
package org.tertulia.gateway.security;

import org.jspecify.annotations.NullMarked;
