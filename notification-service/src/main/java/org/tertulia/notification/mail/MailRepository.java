package org.tertulia.notification.mail;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * The table {@code mails}. Whoever claimed a mail tells what became of that attempt; a claim that was lost to another
 * instance, or to a newer request, changes nothing any more.
 */
@Repository
final class MailRepository {

    private static final String OPEN = "state in ('waiting', 'sending')";

    private final DatabaseClient database;

    MailRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Puts a mail into the queue; one of the same kind to the same person that is in it is replaced. */
    Mono<Void> enqueue(Mail mail, Instant now) {
        return database.sql(
                        """
                        insert into mails (mail_id, user_id, kind, address, message_id, state, attempts, interrupted, due_at,
                            made_at, changed_at)
                        values ($1, $2, $3, $4, $5, 'waiting', 0, false, $6, $6, $6)
                        on conflict (user_id, kind) where state in ('waiting', 'sending') do update
                        set mail_id = excluded.mail_id, address = excluded.address, message_id = excluded.message_id,
                            state = 'waiting', attempts = 0, interrupted = false, due_at = excluded.due_at,
                            changed_at = excluded.changed_at
                        """)
                .bind(0, mail.id())
                .bind(1, mail.person().value())
                .bind(2, mail.kind().text())
                .bind(3, mail.address())
                .bind(4, mail.messageId())
                .bind(5, now)
                .then();
    }

    /** Mails in the queue, counted up to {@code limit}. */
    Mono<Long> countWaiting(int limit) {
        return database.sql(
                        "select count(*) from (select from mails where " + OPEN + " limit $1) as w")
                .bind(0, limit)
                .mapValue(Long.class)
                .one();
    }

    /**
     * Confirmations asked for since then: the greater one of those of a person and those to an address, whose case does
     * not matter.
     */
    Mono<Long> countAsked(UserId person, String address, Instant sinceOfPerson, Instant sinceOf) {
        return database.sql(
                        """
                        select greatest(
                            (select count(*) from mails
                             where kind = 'confirmation' and user_id = $1 and made_at > $3),
                            (select count(*) from mails
                             where kind = 'confirmation' and lower(address) = lower($2) and made_at > $4)) as n
                        """)
                .bind(0, person.value())
                .bind(1, address)
                .bind(2, sinceOfPerson)
                .bind(3, sinceOf)
                .mapValue(Long.class)
                .one();
    }

    /**
     * Takes the mails whose turn it is, those whose attempt broke off among them; a second time that makes a dead letter.
     * What another instance is at is passed over.
     */
    Mono<List<Mail>> claim(Instant now, Duration lease, int limit) {
        return database.sql(
                        """
                        update mails
                        set state = case when state = 'sending' and interrupted then 'dead' else 'sending' end,
                            interrupted = interrupted or state = 'sending',
                            attempts = attempts + 1, due_at = $2, changed_at = $1
                        where mail_id in (
                            select m.mail_id from mails m
                            where m.state in ('waiting', 'sending') and m.due_at <= $1
                            order by m.due_at limit $3 for update skip locked)
                        returning mail_id, user_id, kind, address, message_id, attempts, state
                        """)
                .bind(0, now)
                .bind(1, now.plus(lease))
                .bind(2, limit)
                .map(MailRepository::mail)
                .all()
                .collectList();
    }

    private static Mail mail(Readable row) {
        return new Mail(
                get(row, "mail_id", UUID.class),
                new UserId(get(row, "user_id", UUID.class)),
                MailKind.of(get(row, "kind", String.class)),
                get(row, "address", String.class),
                get(row, "message_id", String.class),
                get(row, "attempts", Integer.class),
                get(row, "state", String.class).equals("dead"));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** The attempt is over, and the mail with it: {@code sent}, {@code dropped} or {@code dead}. */
    Mono<Void> finish(Mail mail, String state, Instant now) {
        return change(mail, state, now, now);
    }

    /** It waits for another attempt. */
    Mono<Void> retry(Mail mail, Instant dueAt, Instant now) {
        return change(mail, "waiting", dueAt, now);
    }

    private Mono<Void> change(Mail mail, String state, Instant dueAt, Instant now) {
        return database.sql(
                        """
                        update mails set state = $3, due_at = $4, changed_at = $5
                        where mail_id = $1 and attempts = $2 and state = 'sending'
                        """)
                .bind(0, mail.id())
                .bind(1, mail.attempts())
                .bind(2, state)
                .bind(3, dueAt)
                .bind(4, now)
                .then();
    }

    /** It waits until then, as if it had not been tried. */
    Mono<Void> postpone(Mail mail, Instant until, Instant now) {
        return database.sql(
                        """
                        update mails set state = 'waiting', due_at = $3, changed_at = $4, attempts = attempts - 1
                        where mail_id = $1 and attempts = $2 and state = 'sending'
                        """)
                .bind(0, mail.id())
                .bind(1, mail.attempts())
                .bind(2, until)
                .bind(3, now)
                .then();
    }

    /** Deletes mails that were over before then, and links that are; at most so many of each. */
    Mono<Void> purge(Instant overBefore, Instant now, int limit) {
        var mails =
                database.sql(
                                """
                                delete from mails where mail_id in (
                                    select mail_id from mails where state not in ('waiting', 'sending') and changed_at < $1
                                    order by changed_at limit $2 for update skip locked)
                                """)
                        .bind(0, overBefore)
                        .bind(1, limit);
        var links =
                database.sql(
                                """
                                delete from email_links where token_hash in (
                                    select token_hash from email_links where expires_at < $1
                                    order by expires_at limit $2 for update skip locked)
                                """)
                        .bind(0, now)
                        .bind(1, limit);
        return mails.then().then(links.then());
    }
}
