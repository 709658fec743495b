package org.tertulia.auth.account;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Handles nobody may have: those that address many people at once, and those that look as if the suite
 * or its operators spoke. Separators do not help: {@code ad.min} is {@code admin}.
 */
final class ReservedHandles {

    private static final Pattern SEPARATORS = Pattern.compile("[._-]");

    private static final Set<String> RESERVED =
            Set.of(
                    "abuse",
                    "admin",
                    "administrador",
                    "administration",
                    "administrator",
                    "alert",
                    "alerts",
                    "all",
                    "anonymous",
                    "anyone",
                    "api",
                    "auth",
                    "automod",
                    "billing",
                    "bot",
                    "canal",
                    "channel",
                    "chat",
                    "contact",
                    "contacto",
                    "deleted",
                    "equipo",
                    "everybody",
                    "everyone",
                    "gateway",
                    "group",
                    "guest",
                    "help",
                    "here",
                    "info",
                    "login",
                    "logout",
                    "mail",
                    "me",
                    "mod",
                    "moderador",
                    "moderation",
                    "moderator",
                    "nobody",
                    "none",
                    "noreply",
                    "notifications",
                    "null",
                    "official",
                    "operator",
                    "owner",
                    "postmaster",
                    "privacy",
                    "public",
                    "register",
                    "root",
                    "security",
                    "seguridad",
                    "self",
                    "server",
                    "service",
                    "sistema",
                    "soporte",
                    "staff",
                    "status",
                    "sudo",
                    "superuser",
                    "support",
                    "sysadmin",
                    "system",
                    "team",
                    "tertulia",
                    "todos",
                    "undefined",
                    "unknown",
                    "user",
                    "webhook",
                    "webmaster",
                    "you");

    private ReservedHandles() {}

    static boolean contains(Handle handle) {
        return RESERVED.contains(SEPARATORS.matcher(handle.value()).replaceAll(""));
    }
}
