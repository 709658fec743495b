package org.tertulia.notification.push.delivery;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a service worker gets. */
@Component
final class PushComposer {

    /** So much fits into every push service's message, with what encryption adds (RFC 8030, section 7.2). */
    static final int MAX_BYTES = 3_000;

    private final JsonMapper json;
    private final PushTexts texts = new PushTexts();

    PushComposer(JsonMapper json) {
        this.json = json;
    }

    /** At most {@link #MAX_BYTES}. */
    byte[] compose(Push push) {
        var message = json.writeValueAsBytes(payload(push));
        if (message.length > MAX_BYTES) {
            throw new IllegalStateException("a push message has " + message.length + " bytes");
        }
        return message;
    }

    private PushPayload payload(Push push) {
        var shown = push.notification();
        if (shown == null) {
            return PushPayload.settled(push.settled(), push.unread());
        }
        var tag = PushTopic.of(push.place());
        if (push.receiver().contentFree()) {
            return PushPayload.contentFree(shown, tag, push.unread());
        }
        var title = texts.title(shown, push.receiver().language());
        return PushPayload.of(shown, title, shown.excerpt(), tag, push.unread());
    }
}
