package org.tertulia.notification.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why somebody is told. */
public enum NotificationKind {
    /** A message calls them, by name or with everybody. */
    @JsonProperty("mention")
    MENTION,
    /** A message answers one of theirs, or is in a thread that begins with one. */
    @JsonProperty("reply")
    REPLY,
    /** Something was said in a chat of which they want to be told everything. */
    @JsonProperty("message")
    MESSAGE,
    /** Somebody reacted to a message of theirs. */
    @JsonProperty("reaction")
    REACTION,
    /** Somebody added them to a chat. */
    @JsonProperty("invitation")
    INVITATION,
    /** A reminder has fired: one of their own, or one that somebody made for them or for a chat of theirs. */
    @JsonProperty("reminder")
    REMINDER,
    /** A reminder of their own was for others, whom they may not remind any more. */
    @JsonProperty("reminder-refused")
    REMINDER_REFUSED,
    /** A message that they had scheduled was not posted. */
    @JsonProperty("scheduled-message")
    SCHEDULED_MESSAGE,
    /** What an alert of theirs waits for has happened. */
    @JsonProperty("alert")
    ALERT;

    /** As it is stored and published. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this text. */
    public static NotificationKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
