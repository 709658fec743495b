package org.tertulia.scheduler.reminders;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.tertulia.scheduler.audience.Audience;
import org.tertulia.scheduler.recurrence.Recurrence;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/** A reminder as a row of the table {@code reminders}, and several as arrays, one for each column. */
final class ReminderRow {

    /** All that are stored. */
    static final String COLUMNS =
            """
            reminder_id, user_id, audience_person, audience_chat, text, chat_id, message, zone, rule, starts_at, if_late, state,
            regular_at, snoozed_until, firing_id, fired_due_at, fired_at, version, created_at, changed_at\
            """;

    /** The reminders of {@link #bind} as the table {@code r} of these columns. */
    static final String UNNEST =
            """
            unnest(:ids::uuid[], :owners::uuid[], :people::uuid[], :audiences::uuid[], :texts::text[], :chats::uuid[],
                   :messages::bigint[], :zones::text[], :rules::text[], :starts::timestamp[], :lates::text[], :states::text[], :regulars::timestamptz[],
                   :snoozes::timestamptz[], :firings::uuid[], :dues::timestamptz[], :fireds::timestamptz[],
                   :versions::bigint[], :createds::timestamptz[], :changeds::timestamptz[])
                as r (%s)\
            """
                    .formatted(COLUMNS);

    private ReminderRow() {}

    static Reminder reminder(Readable row) {
        return new Reminder(
                new ReminderId(row.get("reminder_id", UUID.class)),
                new UserId(row.get("user_id", UUID.class)),
                audience(row),
                row.get("text", String.class),
                about(row),
                timing(row),
                ReminderState.of(row.get("state", String.class)),
                firing(row),
                row.get("version", Long.class),
                row.get("created_at", Instant.class),
                row.get("changed_at", Instant.class));
    }

    private static Audience audience(Readable row) {
        var person = row.get("audience_person", UUID.class);
        if (person != null) {
            return new Audience.Person(new UserId(person));
        }
        var chat = row.get("audience_chat", UUID.class);
        return chat == null ? new Audience.Self() : new Audience.Chat(new ChatId(chat));
    }

    private static @Nullable MessageReference about(Readable row) {
        var chat = row.get("chat_id", UUID.class);
        return chat == null
                ? null
                : new MessageReference(new ChatId(chat), row.get("message", Long.class));
    }

    private static Timing timing(Readable row) {
        var zone = ZoneId.of(row.get("zone", String.class));
        var rule = row.get("rule", String.class);
        return new Timing(
                zone,
                rule == null
                        ? null
                        : new Recurrence(rule, row.get("starts_at", LocalDateTime.class), zone),
                IfLate.of(row.get("if_late", String.class)),
                row.get("regular_at", Instant.class),
                row.get("snoozed_until", Instant.class));
    }

    private static @Nullable Firing firing(Readable row) {
        var id = row.get("firing_id", UUID.class);
        return id == null
                ? null
                : new Firing(
                        id,
                        row.get("fired_due_at", Instant.class),
                        row.get("fired_at", Instant.class));
    }

    /** Binds what {@link #UNNEST} reads. */
    static GenericExecuteSpec bind(GenericExecuteSpec sql, List<Reminder> reminders) {
        var rows = new Columns(reminders);
        var identified =
                sql.bind("ids", rows.of(UUID[]::new, r -> r.id().value()))
                        .bind("owners", rows.of(UUID[]::new, r -> r.owner().value()))
                        .bind("people", rows.of(UUID[]::new, r -> person(r.audience())))
                        .bind("audiences", rows.of(UUID[]::new, r -> chat(r.audience())))
                        .bind("texts", rows.of(String[]::new, Reminder::text))
                        .bind("chats", rows.of(UUID[]::new, r -> chat(r)))
                        .bind("messages", rows.of(Long[]::new, ReminderRow::message))
                        .bind("states", rows.of(String[]::new, r -> r.state().text()))
                        .bind("versions", rows.of(Long[]::new, Reminder::version))
                        .bind("createds", rows.of(Instant[]::new, Reminder::createdAt))
                        .bind("changeds", rows.of(Instant[]::new, Reminder::changedAt));
        return bindFiring(bindTiming(identified, rows), rows);
    }

    private static GenericExecuteSpec bindTiming(GenericExecuteSpec sql, Columns rows) {
        return sql.bind("zones", rows.of(String[]::new, r -> r.timing().zone().getId()))
                .bind("rules", rows.of(String[]::new, r -> rule(r.timing().recurrence())))
                .bind("starts", rows.of(LocalDateTime[]::new, r -> start(r.timing().recurrence())))
                .bind("lates", rows.of(String[]::new, r -> r.timing().ifLate().text()))
                .bind("regulars", rows.of(Instant[]::new, r -> r.timing().regularAt()))
                .bind("snoozes", rows.of(Instant[]::new, r -> r.timing().snoozedUntil()));
    }

    private static GenericExecuteSpec bindFiring(GenericExecuteSpec sql, Columns rows) {
        return sql.bind("firings", rows.ofFiring(UUID[]::new, Firing::id))
                .bind("dues", rows.ofFiring(Instant[]::new, Firing::dueAt))
                .bind("fireds", rows.ofFiring(Instant[]::new, Firing::firedAt));
    }

    private static @Nullable UUID person(Audience audience) {
        return audience instanceof Audience.Person(var user) ? user.value() : null;
    }

    private static @Nullable UUID chat(Audience audience) {
        return audience instanceof Audience.Chat(var chat) ? chat.value() : null;
    }

    private static @Nullable UUID chat(Reminder reminder) {
        var about = reminder.about();
        return about == null ? null : about.chat().value();
    }

    private static @Nullable Long message(Reminder reminder) {
        var about = reminder.about();
        return about == null ? null : about.message();
    }

    private static @Nullable String rule(@Nullable Recurrence recurrence) {
        return recurrence == null ? null : recurrence.rule();
    }

    private static @Nullable LocalDateTime start(@Nullable Recurrence recurrence) {
        return recurrence == null ? null : recurrence.start();
    }

    private record Columns(List<Reminder> reminders) {

        <T extends @Nullable Object> T[] of(IntFunction<T[]> array, Function<Reminder, T> column) {
            return reminders.stream().map(column).toArray(array);
        }

        <T extends @Nullable Object> T[] ofFiring(
                IntFunction<T[]> array, Function<Firing, T> column) {
            return of(
                    array,
                    reminder -> {
                        var firing = reminder.lastFiring();
                        return firing == null ? null : column.apply(firing);
                    });
        }
    }
}
