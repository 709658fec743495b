/**
 * How often a person or an address may ask. Buckets live in memory, bounded in number, for each
 * gateway by itself.
 */
@NullMarked
package org.tertulia.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
