package org.tertulia.gateway.routes;

import java.util.regex.Pattern;

/**
 * The path layout of the project's first users, in terms of today's. Paths are taken as they came,
 * percent-encoded; those of today's layout are left alone.
 */
final class OlderLayout {

    private static final String OLDER = "/v1/api/";
    private static final String TODAY = "/api/v1/";

    /** The older clients write it this way. */
    private static final Pattern MISSPELT_GROUP = Pattern.compile("^/api/v1/chats/gruop(?=/|$)");

    /** Chats had their kind in their path; today the id alone names a chat. */
    private static final Pattern CHAT_BY_KIND =
            Pattern.compile("^/api/v1/chats/(?:private|group|public)/(?=[^/])");

    private OlderLayout() {}

    /** Today's path for {@code path}. */
    static String today(String path) {
        if (!path.startsWith(OLDER)) {
            return path;
        }
        var moved = TODAY + path.substring(OLDER.length());
        var spelt = MISSPELT_GROUP.matcher(moved).replaceFirst("/api/v1/chats/group");
        return CHAT_BY_KIND.matcher(spelt).replaceFirst("/api/v1/chats/");
    }
}
