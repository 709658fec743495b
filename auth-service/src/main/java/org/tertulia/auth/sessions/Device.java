package org.tertulia.auth.sessions;

import org.jspecify.annotations.Nullable;

/**
 * What a session is opened from.
 *
 * @param name what the person recognises it by
 * @param address its network address, or null when that is not known
 */
public record Device(String name, @Nullable String address) {}
