package org.tertulia.message.frames;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.presence.PersonPresence;
import org.tertulia.message.presence.PresenceStatus;
import org.tertulia.starter.id.UserId;

/** One of the people who are there when the connection begins; those not named are offline. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PresentPerson(
        UserId userId, PresenceStatus status, @Nullable String text, @Nullable String emoji) {

    /** Says how somebody is shown. */
    public static PresentPerson of(PersonPresence person) {
        var shown = person.shown();
        return new PresentPerson(person.userId(), shown.status(), shown.text(), shown.emoji());
    }
}
