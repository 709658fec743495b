package org.tertulia.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tertulia.contracts.account.AccountRegistered;
import org.tertulia.contracts.account.SessionRevoked;
import org.tertulia.contracts.chat.ChatChanged;
import org.tertulia.contracts.chat.ChatCreated;
import org.tertulia.contracts.chat.ChatDeleted;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.chat.EmojiAdded;
import org.tertulia.contracts.chat.EmojiRemoved;
import org.tertulia.contracts.chat.InitialMember;
import org.tertulia.contracts.chat.MemberAdded;
import org.tertulia.contracts.chat.MemberRemoved;
import org.tertulia.contracts.chat.MemberRoleChanged;
import org.tertulia.contracts.marker.MarkerMoved;
import org.tertulia.contracts.marker.ThreadMarked;
import org.tertulia.contracts.media.MediaDeleted;
import org.tertulia.contracts.media.MediaPreview;
import org.tertulia.contracts.media.MediaProcessed;
import org.tertulia.contracts.media.MediaUploaded;
import org.tertulia.contracts.message.Attachment;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.ChatRevised;
import org.tertulia.contracts.message.EmojiDefined;
import org.tertulia.contracts.message.EmojiDropped;
import org.tertulia.contracts.message.Forwarded;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MemberLeft;
import org.tertulia.contracts.message.MemberRoleSet;
import org.tertulia.contracts.message.Mentioned;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.contracts.message.MessagePinned;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.contracts.message.MessageUnpinned;
import org.tertulia.contracts.message.ReactionAdded;
import org.tertulia.contracts.message.ReactionRemoved;
import org.tertulia.contracts.notification.NotificationAdded;
import org.tertulia.contracts.notification.NotificationSettled;
import org.tertulia.contracts.personal.BookmarkChanged;
import org.tertulia.contracts.personal.DraftChanged;
import org.tertulia.contracts.posting.ScheduledMessagePosted;
import org.tertulia.contracts.posting.ScheduledMessageRefused;
import org.tertulia.contracts.presence.ChosenPresence;
import org.tertulia.contracts.presence.InstancePresence;
import org.tertulia.contracts.receipt.ReceiptMoved;
import org.tertulia.contracts.reminder.ReminderFired;
import org.tertulia.contracts.reminder.ReminderRefused;
import org.tertulia.contracts.reminder.ReminderSettled;
import org.tertulia.contracts.scheduled.ScheduledFile;
import org.tertulia.contracts.scheduled.ScheduledFilesHeld;
import org.tertulia.contracts.scheduled.ScheduledFilesReleased;
import org.tertulia.contracts.scheduled.ScheduledMessageDue;
import org.tertulia.contracts.translation.MessageTranslated;
import org.tertulia.contracts.translation.MessageUntranslated;
import org.tertulia.contracts.translation.TranslationsDropped;
import org.tertulia.contracts.translation.UntranslatedReason;
import org.tertulia.contracts.translationrequest.TranslationWanted;
import org.tertulia.contracts.typing.PersonTyping;
import org.tertulia.contracts.user.ProfileChanged;

/** One event of every kind, with the values that stand in the golden files. */
final class EventSamples {

    private static final UUID ANA = UUID.fromString("01980000-0000-7000-8000-00000000000a");
    private static final UUID BRUNO = UUID.fromString("01980000-0000-7000-8000-00000000000b");
    private static final UUID CHAT = UUID.fromString("01980000-0000-7000-8000-0000000000c1");
    private static final UUID OTHER_CHAT = UUID.fromString("01980000-0000-7000-8000-0000000000c2");
    private static final UUID MESSAGE = UUID.fromString("01980000-0000-7000-8000-0000000000d1");
    private static final UUID SESSION = UUID.fromString("01980000-0000-7000-8000-0000000000e1");
    private static final UUID MEDIA = UUID.fromString("01980000-0000-7000-8000-0000000000f1");
    private static final UUID OTHER_MEDIA = UUID.fromString("01980000-0000-7000-8000-0000000000f2");
    private static final UUID REMINDER = UUID.fromString("01980000-0000-7000-8000-000000000101");
    private static final UUID FIRING = UUID.fromString("01980000-0000-7000-8000-000000000111");
    private static final UUID SCHEDULED = UUID.fromString("01980000-0000-7000-8000-000000000131");
    private static final UUID NOTIFICATION =
            UUID.fromString("01980000-0000-7000-8000-000000000121");
    private static final UUID ALERT = UUID.fromString("01980000-0000-7000-8000-000000000131");
    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.123456Z");

    private EventSamples() {}

    static Stream<TertuliaEvent> all() {
        return Stream.of(
                        Stream.of(
                                new AccountRegistered(ANA, "ana", "Ana Peña", "es", AT),
                                new SessionRevoked(ANA, SESSION, "logged-out", AT),
                                new ProfileChanged(ANA, 2, "ana", "Ana Peña", "Hola", MEDIA, AT),
                                new MarkerMoved(ANA, CHAT, 1, 7, 2, 1, AT),
                                new ThreadMarked(ANA, CHAT, 3, true, 7, 2, 1, AT),
                                new PersonTyping(CHAT, 2L, ANA, AT, AT),
                                new BookmarkChanged(ANA, CHAT, 2, true, AT),
                                new DraftChanged(ANA, CHAT, 2L, 4, SESSION, AT),
                                new ReceiptMoved(CHAT, ANA, 9, 7, List.of(BRUNO), AT),
                                presence()),
                        chatEvents(),
                        mediaEvents(),
                        translationEvents(),
                        notificationEvents(),
                        scheduledMessages(),
                        logEntries())
                .flatMap(events -> events);
    }

    private static InstancePresence presence() {
        var chosen = new ChosenPresence(ANA, 3, true, "De vacaciones", "🏖️", AT, "away");
        return new InstancePresence(
                SESSION, true, List.of(ANA), List.of(), List.of(ANA), List.of(chosen), AT);
    }

    private static Stream<TertuliaEvent> chatEvents() {
        var members =
                List.of(
                        new InitialMember(ANA, ChatRole.OWNER),
                        new InitialMember(BRUNO, ChatRole.MEMBER));
        return Stream.of(
                new ChatCreated(
                        CHAT, 1, ChatKind.GROUP, "Tertulia", "Café", ANA, members, true, AT),
                new ChatChanged(CHAT, 2, "Tertulia 2", "", MEDIA, ChatKind.GROUP, false, ANA, AT),
                new MemberAdded(CHAT, 3, BRUNO, ChatRole.MEMBER, ANA, AT),
                new MemberRemoved(CHAT, 4, BRUNO, BRUNO, AT),
                new MemberRoleChanged(CHAT, 5, BRUNO, ChatRole.ADMIN, ANA, AT),
                new EmojiAdded(CHAT, 7, "cafe_con_leche", MEDIA, ANA, AT),
                new EmojiRemoved(CHAT, 8, "cafe_con_leche", ANA, AT),
                new ChatDeleted(CHAT, 6, ANA, AT));
    }

    private static Stream<TertuliaEvent> mediaEvents() {
        var small = new MediaPreview("small", 320, 240, "image/jpeg", 9_876);
        return Stream.of(
                new MediaUploaded(
                        MEDIA,
                        ANA,
                        "image",
                        "café.jpg",
                        "image/jpeg",
                        2_345_678,
                        4000,
                        3000,
                        null,
                        "#8a6f4d",
                        AT),
                new MediaProcessed(
                        MEDIA,
                        ANA,
                        "image",
                        "ready",
                        "image/jpeg",
                        2_345_600,
                        4000,
                        3000,
                        1_500L,
                        "#8a6f4d",
                        List.of(small),
                        List.of(0, 50, 100),
                        AT),
                new MediaDeleted(MEDIA, ANA, AT),
                new ReminderFired(
                        REMINDER,
                        ANA,
                        BRUNO,
                        OTHER_CHAT,
                        FIRING,
                        "Regar las plantas",
                        CHAT,
                        7L,
                        AT,
                        AT.plusMillis(40)),
                new ReminderRefused(REMINDER, BRUNO, "Regar las plantas", AT, AT.plusMillis(40)),
                new ReminderSettled(REMINDER, ANA, FIRING, AT));
    }

    private static Stream<TertuliaEvent> scheduledMessages() {
        return Stream.of(
                new ScheduledMessageDue(
                        SCHEDULED,
                        ANA,
                        CHAT,
                        "¡Feliz cumpleaños, @bruno!",
                        9L,
                        2L,
                        List.of(
                                new ScheduledFile(MEDIA, "Una tarta con treinta velas"),
                                new ScheduledFile(OTHER_MEDIA, null)),
                        AT,
                        AT.plusMillis(40)),
                new ScheduledFilesHeld(SCHEDULED, ANA, CHAT, List.of(MEDIA), AT),
                new ScheduledFilesReleased(SCHEDULED, ANA, CHAT, AT),
                new ScheduledMessagePosted(SCHEDULED, CHAT, ANA, 17, AT),
                new ScheduledMessageRefused(
                        SCHEDULED,
                        CHAT,
                        ANA,
                        "¡Feliz cumpleaños, @bruno!",
                        "urn:tertulia:problem:chat-not-found",
                        "There is no such chat that you are a member of.",
                        AT));
    }

    private static Stream<TertuliaEvent> translationEvents() {
        return Stream.of(
                new MessageTranslated(
                        CHAT, 17, 2, "en", "es", "Who is on call tonight?", "apertium", AT),
                new MessageUntranslated(CHAT, 17, 1, "de", "es", UntranslatedReason.NO_ENGINE, AT),
                new TranslationsDropped(CHAT, AT),
                new TranslationWanted(
                        CHAT, 17, 1, "¿Quién es de guardia esta noche?", List.of("en", "fr"), AT));
    }

    private static Stream<TertuliaEvent> notificationEvents() {
        return Stream.of(
                new NotificationAdded(
                        ANA,
                        7,
                        NOTIFICATION,
                        "mention",
                        CHAT,
                        9L,
                        2L,
                        REMINDER,
                        ALERT,
                        BRUNO,
                        "¿Qué tal, @ana?",
                        1,
                        AT,
                        3),
                new NotificationSettled(ANA, 8, List.of(NOTIFICATION), true, 2, AT));
    }

    /** A message with attachments: a form of its own of a kind that has another golden file. */
    static MessagePosted withAttachments() {
        var photo =
                new Attachment(
                        MEDIA,
                        "image",
                        "café.jpg",
                        "image/jpeg",
                        2_345_600,
                        4000,
                        3000,
                        null,
                        "#8a6f4d",
                        "Una taza de café");
        var voice =
                new Attachment(
                        SESSION,
                        "audio",
                        "nota.ogg",
                        "audio/ogg",
                        34_567,
                        null,
                        null,
                        12_340L,
                        null,
                        null);
        return new MessagePosted(
                CHAT,
                14,
                MESSAGE,
                ANA,
                SESSION,
                "",
                null,
                null,
                null,
                null,
                List.of(photo, voice),
                AT,
                null);
    }

    private static Stream<TertuliaEvent> logEntries() {
        return Stream.of(
                new ChatOpened(CHAT, 1, ChatKind.PRIVATE, null, ANA, List.of(ANA, BRUNO), true, AT),
                new MessagePosted(
                        CHAT,
                        2,
                        MESSAGE,
                        ANA,
                        SESSION,
                        "¿Qué tal, @bruno? 👋",
                        1L,
                        1L,
                        new Mentioned(List.of(BRUNO), true),
                        new Forwarded(OTHER_CHAT, 9, BRUNO, AT),
                        AT,
                        null),
                new MessageEdited(
                        CHAT,
                        8,
                        2,
                        2,
                        "¿Qué tal?",
                        new Mentioned(List.of(BRUNO), true),
                        ANA,
                        AT,
                        AT),
                new ReactionAdded(CHAT, 9, 2, BRUNO, "👋🏽", AT),
                new ReactionRemoved(CHAT, 10, 2, BRUNO, "👋🏽", AT),
                new MessagePinned(CHAT, 11, 2, ANA, AT),
                new MessageUnpinned(CHAT, 12, 2, ANA, AT),
                new MessageDeleted(CHAT, 13, 2, null, ANA, AT),
                new ChatRevised(CHAT, 3, "Tertulia 2", "", MEDIA, ChatKind.GROUP, false, ANA, AT),
                new MemberJoined(CHAT, 4, BRUNO, ChatRole.MEMBER, ANA, AT),
                new MemberLeft(CHAT, 5, BRUNO, BRUNO, AT),
                new MemberRoleSet(CHAT, 6, BRUNO, ChatRole.ADMIN, ANA, AT),
                new EmojiDefined(CHAT, 15, "cafe_con_leche", MEDIA, ANA, AT),
                new EmojiDropped(CHAT, 16, "cafe_con_leche", ANA, AT),
                new ChatClosed(CHAT, 7, ANA, AT));
    }
}
