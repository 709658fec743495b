package org.tertulia.gateway.security;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.test.SecurityContract;

/** No service is there: what is let in is answered with 503. */
@GatewayTest
class TokensIT implements SecurityContract {

    @BeforeEach
    void nobodyIsThere(@Autowired TestRegister register) {
        register.clear();
    }

    @Override
    public List<String> securedRequests() {
        return List.of(
                "GET /api/v1/auth/account",
                "POST /api/v1/auth/logout",
                "GET /api/v1/auth/register",
                "GET /api/v1/users/me",
                "GET /api/v1/chats",
                "POST /api/v1/chats/group",
                "POST /api/v1/chats/7/messages",
                "GET /api/v1/conversations",
                "GET /api/v1/search/messages",
                "GET /api/v1/threads",
                "GET /api/v1/bookmarks",
                "GET /api/v1/drafts",
                "GET /api/v1/presence",
                "GET /api/v1/receipts/preference",
                "GET /api/v1/media",
                "GET /api/v1/media/7",
                "DELETE /api/v1/media/7",
                "GET /api/v1/media/limits",
                "GET /api/v1/media/chats/7",
                "POST /api/v1/media/uploads",
                "PATCH /api/v1/media/uploads/7",
                "DELETE /api/v1/media/uploads/7",
                "OPTIONS /api/v1/media/uploads",
                "GET /api/v1/media/7/content",
                "GET /api/v1/media/7/content/original/more",
                "POST /api/v1/media/7/content/original",
                "DELETE /api/v1/media/7/content/original",
                "GET /api/v1/realtime",
                "GET /api/v1/nothing",
                "GET /api",
                "GET /v1/api/chats",
                "DELETE /v1/api/chats/gruop/7");
    }

    @Override
    public List<String> securedSockets() {
        return List.of("/api/v1/realtime");
    }

    @Override
    public List<String> publicRequests() {
        return List.of(
                "GET /livez",
                "GET /readyz",
                "GET /actuator/health",
                "POST /api/v1/auth/register",
                "POST /api/v1/auth/login",
                "POST /api/v1/auth/refresh",
                "POST /api/v1/notifications/email/confirmations",
                "GET /api/v1/notifications/email/unsubscribe?token=7",
                "POST /api/v1/notifications/email/unsubscribe?token=7",
                "POST /v1/api/auth/login",
                "POST /v1/api/auth/register",
                "GET /api/v1/media/7/content/original",
                "HEAD /api/v1/media/7/content/original",
                "GET /api/v1/media/7/content/small?person=9&expires=1&signature=abc",
                "GET /v1/api/media/7/content/small",
                "GET /.well-known/jwks.json",
                "GET /",
                "GET /chats/7",
                "GET /login",
                "GET /assets/app-1a2b3c.js",
                "GET /favicon.svg",
                "GET /docs",
                "GET /docs/openapi/auth-service.yaml");
    }
}
