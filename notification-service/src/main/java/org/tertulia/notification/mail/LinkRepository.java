package org.tertulia.notification.mail;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tertulia.notification.letters.LinkToken;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The table {@code email_links}. */
@Repository
final class LinkRepository {

    private final DatabaseClient database;

    LinkRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(LinkToken token, LinkPurpose purpose, LinkHolder holder, Instant expiresAt) {
        return database.sql(
                        """
                        insert into email_links (token_hash, purpose, user_id, address, expires_at)
                        values ($1, $2, $3, $4, $5)
                        """)
                .bind(0, token.hash())
                .bind(1, purpose.text())
                .bind(2, holder.person().value())
                .bind(3, holder.address())
                .bind(4, expiresAt)
                .then();
    }

    Mono<LinkHolder> find(LinkToken token, LinkPurpose purpose, Instant now) {
        return database.sql(
                        """
                        select user_id, address from email_links
                        where token_hash = $1 and purpose = $2 and expires_at > $3
                        """)
                .bind(0, token.hash())
                .bind(1, purpose.text())
                .bind(2, now)
                .map(
                        row ->
                                new LinkHolder(
                                        new UserId(MailRepository.get(row, "user_id", UUID.class)),
                                        MailRepository.get(row, "address", String.class)))
                .one();
    }

    Mono<Void> deleteAll(UserId person, LinkPurpose purpose) {
        return database.sql("delete from email_links where user_id = $1 and purpose = $2")
                .bind(0, person.value())
                .bind(1, purpose.text())
                .then();
    }
}
