package org.tertulia.message.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said about themselves.
 *
 * @param status {@code invisible}, or else {@code away} when nobody is at any of their devices, or else
 *     {@code online}
 * @param text their custom status
 * @param emoji the emoji of it
 * @param until when invisibility and custom status end by themselves, UTC
 * @param version of the choice; the greatest counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnPresence(
        String status,
        @Nullable String text,
        @Nullable String emoji,
        @Nullable Instant until,
        long version) {

    /** The status of those who are not to be seen. */
    static final String INVISIBLE = "invisible";

    static OwnPresence of(PresenceChoice choice, PresenceStatus connected) {
        return of(choice, connected == PresenceStatus.AWAY);
    }

    static OwnPresence of(PresenceChoice choice, boolean away) {
        var visible = away ? PresenceStatus.AWAY : PresenceStatus.ONLINE;
        return new OwnPresence(
                choice.invisible() ? INVISIBLE : visible.wire(),
                choice.text(),
                choice.emoji(),
                choice.until(),
                choice.version());
    }
}
