package org.tertulia.starter.security;

import java.time.Instant;

/**
 * An access token that was found valid.
 *
 * @param actor whom it names
 * @param expiresAt until when it is valid
 * @param token the token itself
 */
public record VerifiedToken(Actor actor, Instant expiresAt, CallerToken token) {}
