package org.tertulia.gateway.routes;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.gateway.media.MediaPaths;
import org.tertulia.gateway.media.Passage;
import org.tertulia.gateway.media.Passages;

/**
 * Every path that leads to a service. The first route that matches wins, so the narrower ones stand
 * first; what no route names stays inside: actuator, API files and health of a service have no public
 * path.
 */
@Configuration(proxyBeanMethods = false)
class RouteTable {

    /** What message-service answers, also of what lies below a chat. */
    private static final String[] MESSAGES = {
        "/api/v1/chats/*/messages/**",
        "/api/v1/chats/*/log",
        "/api/v1/chats/*/pins",
        "/api/v1/chats/*/read-marker",
        "/api/v1/chats/*/unread-marker",
        "/api/v1/chats/*/receipts",
        "/api/v1/chats/*/threads/**",
        "/api/v1/threads/**",
        "/api/v1/bookmarks/**",
        "/api/v1/drafts/**",
        "/api/v1/presence/**",
        "/api/v1/receipts/**",
        "/api/v1/conversations/**",
        "/api/v1/search/**"
    };

    /** What translation-service answers, also of what lies below a chat. */
    private static final String[] TRANSLATIONS = {
        "/api/v1/translate/**", "/api/v1/chats/*/translations", "/api/v1/chats/*/glossary/**"
    };

    /** Chats, and what lies below them, which is the narrower. */
    @Bean
    RouteLocator chatRoutes(RouteLocatorBuilder routes) {
        return routes.routes()
                .route(
                        "realtime",
                        r -> r.path("/api/v1/realtime").uri(Service.MESSAGE_SERVICE.webSocket()))
                .route("messages", r -> r.path(MESSAGES).uri(Service.MESSAGE_SERVICE.http()))
                .route(
                        "translations",
                        r -> r.path(TRANSLATIONS).uri(Service.TRANSLATION_SERVICE.http()))
                .route("chats", r -> r.path("/api/v1/chats/**").uri(Service.CHAT_SERVICE.http()))
                .build();
    }

    @Bean
    RouteLocator publicRoutes(RouteLocatorBuilder routes) {
        return routes.routes()
                .route(
                        "notifications",
                        r ->
                                r.path("/api/v1/notifications/**")
                                        .uri(Service.NOTIFICATION_SERVICE.http()))
                .route("users", r -> r.path("/api/v1/users/**").uri(Service.USER_SERVICE.http()))
                .route(
                        "scheduler",
                        r ->
                                r.path("/api/v1/reminders/**", "/api/v1/scheduled-messages/**")
                                        .uri(Service.SCHEDULER_SERVICE.http()))
                .route(
                        "auth",
                        r ->
                                r.path("/api/v1/auth/**", "/.well-known/jwks.json")
                                        .uri(Service.AUTH_SERVICE.http()))
                .build();
    }

    /** Files have routes of their own, and so breakers: one that takes hours says nothing of the others. */
    @Bean
    RouteLocator mediaRoutes(RouteLocatorBuilder routes) {
        var service = Service.MEDIA_SERVICE.http();
        return routes.routes()
                .route(
                        "media-uploads",
                        r ->
                                r.path(MediaPaths.UPLOADS)
                                        .metadata(Passages.KEY, Passage.UPLOAD)
                                        .uri(service))
                .route(
                        "media-content",
                        r ->
                                r.path(MediaPaths.CONTENT)
                                        .metadata(Passages.KEY, Passage.DOWNLOAD)
                                        .uri(service))
                .route("media", r -> r.path(MediaPaths.REST).uri(service))
                .build();
    }

    @Bean
    RouteLocator documentRoutes(RouteLocatorBuilder builder) {
        var routes = builder.routes();
        for (var service : Service.values()) {
            routes.route(
                    "openapi-" + service.id(),
                    r ->
                            r.path("/docs/openapi/" + service.id() + ".yaml")
                                    .filters(f -> f.setPath("/openapi.yaml"))
                                    .uri(service.http()));
        }
        return routes.route(
                        "asyncapi-message-service",
                        r ->
                                r.path("/docs/asyncapi/message-service.yaml")
                                        .filters(f -> f.setPath("/asyncapi.yaml"))
                                        .uri(Service.MESSAGE_SERVICE.http()))
                .build();
    }
}
