package org.tertulia.notification.listening;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.message.Attachment;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.MemberJoined;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.contracts.message.ReactionAdded;
import org.tertulia.contracts.posting.ScheduledMessageRefused;
import org.tertulia.contracts.reminder.ReminderFired;
import org.tertulia.contracts.reminder.ReminderRefused;
import org.tertulia.notification.decisions.AlertId;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.notification.inbox.Excerpt;
import org.tertulia.notification.inbox.Telling;
import org.tertulia.notification.inbox.Telling.Place;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/** What people are told of events. */
final class Subjects {

    private Subjects() {}

    static Telling said(NotificationKind kind, MessagePosted e) {
        return new Telling(
                kind,
                "message/%s/%d".formatted(e.chatId(), e.seq()),
                new Place(new ChatId(e.chatId()), e.seq(), e.thread(), null),
                e.seq(),
                new UserId(e.senderId()),
                excerpt(e),
                e.postedAt());
    }

    /** A message for which an alert waited; of the cause of a message, so that nobody is told of it twice. */
    static Telling awaited(MessagePosted e, AlertId alert) {
        return new Telling(
                NotificationKind.ALERT,
                "message/%s/%d".formatted(e.chatId(), e.seq()),
                new Place(new ChatId(e.chatId()), e.seq(), e.thread(), null, alert),
                e.seq(),
                new UserId(e.senderId()),
                excerpt(e),
                e.postedAt());
    }

    /** Of a message without words, what it shows, or what its first file is called. */
    private static String excerpt(MessagePosted e) {
        if (!e.text().isBlank()) {
            return Excerpt.of(e.text());
        }
        return attachments(e.attachments())
                .findFirst()
                .map(file -> Excerpt.of(file.alt() == null ? file.name() : file.alt()))
                .orElse("");
    }

    private static Stream<Attachment> attachments(@Nullable List<Attachment> files) {
        return files == null ? Stream.of() : files.stream();
    }

    static Telling reacted(NotificationKind kind, ReactionAdded e, @Nullable Long thread) {
        return new Telling(
                kind,
                "reaction/%s/%d".formatted(e.chatId(), e.seq()),
                new Place(new ChatId(e.chatId()), e.message(), thread, null),
                e.seq(),
                new UserId(e.userId()),
                e.emoji(),
                e.at());
    }

    static Telling invited(NotificationKind kind, MemberJoined e) {
        return new Telling(
                kind,
                "invitation/%s/%d".formatted(e.chatId(), e.seq()),
                new Place(new ChatId(e.chatId()), null, null, null),
                e.seq(),
                new UserId(e.by()),
                "",
                e.at());
    }

    static Telling invited(NotificationKind kind, ChatOpened e) {
        return new Telling(
                kind,
                "invitation/%s/%d".formatted(e.chatId(), e.seq()),
                new Place(new ChatId(e.chatId()), null, null, null),
                e.seq(),
                new UserId(e.createdBy()),
                "",
                e.at());
    }

    static Telling refused(ScheduledMessageRefused e) {
        return new Telling(
                NotificationKind.SCHEDULED_MESSAGE,
                "scheduled-message/" + e.scheduledMessageId(),
                new Place(new ChatId(e.chatId()), null, null, null),
                e.at().toEpochMilli(),
                null,
                Excerpt.of(e.text()),
                e.at());
    }

    /** One for a chat leads to what it is about, or else to that chat. */
    static Telling fired(ReminderFired e) {
        var chat = e.chatId() == null ? e.audienceChatId() : e.chatId();
        var by = e.byId();
        return new Telling(
                NotificationKind.REMINDER,
                "firing/" + e.firingId(),
                new Place(
                        chat == null ? null : new ChatId(chat), e.message(), null, e.reminderId()),
                e.firedAt().toEpochMilli(),
                by == null ? null : new UserId(by),
                Excerpt.of(e.text()),
                e.firedAt());
    }

    static Telling refused(ReminderRefused e) {
        return new Telling(
                NotificationKind.REMINDER_REFUSED,
                "refusal/%s/%s".formatted(e.reminderId(), e.dueAt()),
                new Place(null, null, null, e.reminderId()),
                e.refusedAt().toEpochMilli(),
                null,
                Excerpt.of(e.text()),
                e.refusedAt());
    }
}
