package org.tertulia.auth.sessions;

import org.tertulia.starter.id.SessionId;
import org.tertulia.starter.id.UserId;

/**
 * A session and the refresh token that keeps it open next.
 *
 * @param id the session
 * @param userId whose it is
 * @param refreshToken good once
 */
public record OpenSession(SessionId id, UserId userId, RefreshToken refreshToken) {}
