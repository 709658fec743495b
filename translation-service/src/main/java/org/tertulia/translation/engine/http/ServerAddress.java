package org.tertulia.translation.engine.http;

import java.net.URI;

/** Where a server is. */
final class ServerAddress {

    private ServerAddress() {}

    /**
     * The address without a slash at its end.
     *
     * @throws IllegalArgumentException when it is none of HTTP, or has what does not belong there, such as a password
     */
    static URI checked(URI url) {
        var web =
                "http".equalsIgnoreCase(url.getScheme())
                        || "https".equalsIgnoreCase(url.getScheme());
        if (!web
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            // Without the address itself, which may have a password in it.
            throw new IllegalArgumentException(
                    "The url of an engine must be an address of http or https, without user, query and fragment");
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }
}
