package org.tertulia.notification.mail;

import static org.tertulia.notification.mail.MailRepository.get;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.notification.decisions.NotificationKind;
import org.tertulia.notification.language.Language;
import org.tertulia.notification.letters.Digest;
import org.tertulia.notification.letters.DigestItem;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Whose digest is due, and what it tells: {@code email_settings} and {@code mailed_notifications}. */
@Repository
final class DigestRepository {

    private static final String RECIPIENT =
            "s.user_id, s.address, s.confirmed, s.digest, s.at, s.zone, s.language";

    private final DatabaseClient database;

    DigestRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * People whose digest is due, locked until the transaction ends; whom another instance has locked are passed over, and
     * so are those whose last one still waits.
     */
    Mono<List<Recipient>> claimDue(Instant now, int limit) {
        return database.sql(
                        "select "
                                + RECIPIENT
                                + """
                                 from email_settings s
                                where s.next_at <= $1 and not exists (
                                    select from mails m where m.user_id = s.user_id and m.kind = 'digest'
                                        and m.state in ('waiting', 'sending'))
                                order by s.next_at limit $2 for update of s skip locked
                                """)
                .bind(0, now)
                .bind(1, limit)
                .map(DigestRepository::read)
                .all()
                .collectList();
    }

    /** Who gets mails; empty for who never said anything of them. */
    Mono<Recipient> recipient(UserId person) {
        return database.sql("select " + RECIPIENT + " from email_settings s where s.user_id = $1")
                .bind(0, person.value())
                .map(DigestRepository::read)
                .one();
    }

    private static Recipient read(Readable row) {
        return new Recipient(
                new UserId(get(row, "user_id", UUID.class)),
                row.get("address", String.class),
                get(row, "confirmed", Boolean.class),
                DigestRhythm.of(get(row, "digest", String.class)),
                get(row, "at", LocalTime.class),
                ZoneId.of(get(row, "zone", String.class)),
                Language.of(get(row, "language", String.class)));
    }

    Mono<Void> setNext(UserId person, @Nullable Instant next) {
        var sql =
                database.sql("update email_settings set next_at = $2 where user_id = $1")
                        .bind(0, person.value());
        return (next == null ? sql.bindNull(1, Instant.class) : sql.bind(1, next)).then();
    }

    /**
     * Notes of what is unread since {@code unreadSince} or longer, and was in no mail, that it is in this one; how much that
     * is. A burst is as old as the oldest of it that is unread.
     */
    Mono<Long> collect(UserId person, UUID mail, Instant unreadSince) {
        return database.sql(
                        """
                        insert into mailed_notifications (notification_id, mail_id)
                        select n.notification_id, $2 from notifications n
                        where n.user_id = $1 and n.state = 'unread'
                            and not exists (
                                select from mailed_notifications m where m.notification_id = n.notification_id)
                            and (select min(c.at) from causes c
                                where c.notification_id = n.notification_id and c.state = 'open') <= $3
                        on conflict (notification_id) do nothing
                        """)
                .bind(0, person.value())
                .bind(1, mail)
                .bind(2, unreadSince)
                .fetch()
                .rowsUpdated();
    }

    /** What is not unread any more is not told: of that nothing stays noted. */
    Mono<Void> leaveOutWhatIsSettled(UUID mail) {
        return database.sql(
                        """
                        delete from mailed_notifications m using notifications n
                        where m.mail_id = $1 and n.notification_id = m.notification_id and n.state <> 'unread'
                        """)
                .bind(0, mail)
                .then();
    }

    /** What this mail tells: the newest, at most {@code shown}, and how many there are. Empty when there is nothing. */
    Mono<Digest> digest(UUID mail, int shown) {
        return database.sql(
                        """
                        select n.kind, n.chat_id, c.title, n.message, n.thread, p.display_name, n.excerpt, n.count, n.at,
                            count(*) over ()::integer as total
                        from mailed_notifications m join notifications n on n.notification_id = m.notification_id
                        left join chats c on c.chat_id = n.chat_id
                        left join people p on p.user_id = n.by_id
                        where m.mail_id = $1 order by n.version desc limit $2
                        """)
                .bind(0, mail)
                .bind(1, shown)
                .map(row -> new Line(item(row), get(row, "total", Integer.class)))
                .all()
                .collectList()
                .filter(lines -> !lines.isEmpty())
                .map(
                        lines ->
                                new Digest(
                                        lines.stream().map(Line::item).toList(),
                                        lines.getFirst().total()));
    }

    private record Line(DigestItem item, int total) {}

    private static DigestItem item(Readable row) {
        var chat = row.get("chat_id", UUID.class);
        return new DigestItem(
                NotificationKind.of(get(row, "kind", String.class)),
                chat == null ? null : new ChatId(chat),
                row.get("title", String.class),
                row.get("message", Long.class),
                row.get("thread", Long.class),
                row.get("display_name", String.class),
                get(row, "excerpt", String.class),
                get(row, "count", Integer.class),
                get(row, "at", Instant.class));
    }

    /** What a mail that will never go was to tell may be in another one. */
    Mono<Void> release(UUID mail) {
        return database.sql("delete from mailed_notifications where mail_id = $1")
                .bind(0, mail)
                .then();
    }
}
