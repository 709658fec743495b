package org.tertulia.scheduler.once;

import java.util.UUID;

/**
 * What a key stands for.
 *
 * @param fingerprint of the request that it came with
 * @param made the id of what that request made
 */
public record Wish(String fingerprint, UUID made) {}
