package org.tertulia.contracts;

/** Names of the Kafka topics. They are part of the public contract and never change meaning. */
public final class Topics {

    /** {@link org.tertulia.contracts.account.AccountEvent}s, keyed by user id. */
    public static final String ACCOUNT_EVENTS = "account.events.v1";

    /** {@link org.tertulia.contracts.user.UserEvent}s, keyed by user id. */
    public static final String USER_EVENTS = "user.events.v1";

    /** {@link org.tertulia.contracts.chat.ChatEvent}s, keyed by chat id. */
    public static final String CHAT_EVENTS = "chat.events.v1";

    /** {@link org.tertulia.contracts.message.LogEntry} records, keyed by chat id. */
    public static final String MESSAGE_EVENTS = "message.events.v1";

    /** {@link org.tertulia.contracts.presence.PresenceEvent}s, keyed by instance id. */
    public static final String PRESENCE_EVENTS = "presence.events.v1";

    /** {@link org.tertulia.contracts.marker.MarkerEvent}s, keyed by user id. */
    public static final String MARKER_EVENTS = "marker.events.v1";

    /** {@link org.tertulia.contracts.typing.TypingEvent}s, keyed by chat id. */
    public static final String TYPING_EVENTS = "typing.events.v1";

    /** {@link org.tertulia.contracts.personal.PersonalEvent}s, keyed by user id. */
    public static final String PERSONAL_EVENTS = "personal.events.v1";

    /** {@link org.tertulia.contracts.receipt.ReceiptEvent}s, keyed by chat id. */
    public static final String RECEIPT_EVENTS = "receipt.events.v1";

    /** {@link org.tertulia.contracts.media.MediaEvent}s, keyed by media id. */
    public static final String MEDIA_EVENTS = "media.events.v1";

    /** {@link org.tertulia.contracts.notification.NotificationEvent}s, keyed by user id. */
    public static final String NOTIFICATION_EVENTS = "notification.events.v1";

    /** {@link org.tertulia.contracts.reminder.ReminderEvent}s, keyed by reminder id. */
    public static final String REMINDER_EVENTS = "reminder.events.v1";

    /** {@link org.tertulia.contracts.scheduled.ScheduledMessageEvent}s, keyed by chat id. */
    public static final String SCHEDULED_MESSAGE_EVENTS = "scheduled-message.events.v1";

    /** {@link org.tertulia.contracts.posting.PostingEvent}s, keyed by chat id. */
    public static final String POSTING_EVENTS = "posting.events.v1";

    /** {@link org.tertulia.contracts.translation.TranslationEvent}s, keyed by chat id. */
    public static final String TRANSLATION_EVENTS = "translation.events.v1";

    /** {@link org.tertulia.contracts.translationrequest.TranslationRequestEvent}s, keyed by chat id. */
    public static final String TRANSLATION_REQUEST_EVENTS = "translation-request.events.v1";

    /** What a topic's name ends with when it holds the records a consumer could not handle. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {}
}
