/**
 * People, chats and messages to look at, posted through the gateway's public interface like anybody
 * else's. Running it again changes nothing: people log in instead of registering, chats are found by
 * their title, and each message has a client id made from its place in the script.
 */
@NullMarked
package org.tertulia.local.demo;

import org.jspecify.annotations.NullMarked;
