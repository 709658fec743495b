package org.tertulia.gateway.routes;

import java.util.Locale;

/** The services that have routes, by the name they register with. */
public enum Service {
    AUTH_SERVICE,
    USER_SERVICE,
    CHAT_SERVICE,
    MESSAGE_SERVICE,
    MEDIA_SERVICE,
    SCHEDULER_SERVICE,
    NOTIFICATION_SERVICE,
    TRANSLATION_SERVICE;

    /** Name in the register. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String http() {
        return "lb://" + id();
    }

    String webSocket() {
        return "lb:ws://" + id();
    }
}
