package org.tertulia.message.changing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.tertulia.message.posting.Mentions;
import org.tertulia.message.presence.OnlinePeople;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * Changes messages in PostgreSQL. Each change is one call of a function, outside of any other transaction: one round
 * trip, one commit. When it fails nothing is known: it may have been committed. Doing it again is safe.
 */
@Repository
final class ChangeRepository {

    /** Different emojis on one message. */
    static final int MAX_REACTIONS = 20;

    /** Pinned messages of one chat. */
    static final int MAX_PINS = 100;

    private static final String EDIT =
            "SELECT outcome, entry_seq, version FROM edit_message($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    private static final String DELETE =
            "SELECT outcome, entry_seq, NULL::integer AS version FROM delete_message($1, $2, $3, $4, $5)";
    private static final String REACT =
            "SELECT outcome, entry_seq, NULL::integer AS version FROM set_reaction($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String PIN =
            "SELECT outcome, entry_seq, NULL::integer AS version FROM set_pin($1, $2, $3, $4, $5, $6, $7)";

    private final DatabaseClient database;
    private final OnlinePeople people;

    ChangeRepository(DatabaseClient database, OnlinePeople people) {
        this.database = database;
        this.people = people;
    }

    /** What becomes of {@code order}, made at {@code at} (milliseconds). */
    Mono<ChangeOutcome> apply(ChangeOrder order, Instant at) {
        return switch (order.change()) {
            case Change.Edit edit -> edit(order, edit, at);
            case Change.Delete _ -> end(begin(DELETE, order), 3, order, at);
            case Change.React react ->
                    end(
                            begin(REACT, order)
                                    .bind(3, react.emoji())
                                    .bind(4, react.present())
                                    .bind(5, MAX_REACTIONS),
                            6,
                            order,
                            at);
            case Change.Pin pin ->
                    end(begin(PIN, order).bind(3, pin.pinned()).bind(4, MAX_PINS), 5, order, at);
        };
    }

    private Mono<ChangeOutcome> edit(ChangeOrder order, Change.Edit edit, Instant at) {
        var mentions = Mentions.in(edit.text());
        return end(
                begin(EDIT, order)
                        .bind(3, edit.version())
                        .bind(4, edit.text())
                        .bind(5, String.join(",", mentions.handles()))
                        .bind(6, mentions.everyone())
                        .bind(7, mentions.here())
                        .bind(8, mentions.here() ? online() : new UUID[0]),
                9,
                order,
                at);
    }

    private UUID[] online() {
        return people.online().stream().map(UserId::value).toArray(UUID[]::new);
    }

    /** What every function has first: the chat, the message, the caller. */
    private GenericExecuteSpec begin(String sql, ChangeOrder order) {
        return database.sql(sql)
                .bind(0, order.change().chatId().value())
                .bind(1, order.change().message())
                .bind(2, order.by().value());
    }

    /** What every function has last: the time and the trace, from parameter {@code next} on. */
    private static Mono<ChangeOutcome> end(
            GenericExecuteSpec statement, int next, ChangeOrder order, Instant at) {
        var timed = statement.bind(next, at.atOffset(ZoneOffset.UTC));
        var trace = order.traceparent();
        var traced =
                trace == null
                        ? timed.bindNull(next + 1, String.class)
                        : timed.bind(next + 1, trace);
        return traced.map(ChangeRepository::outcome).one();
    }

    private static ChangeOutcome outcome(Readable row) {
        return new ChangeOutcome(
                kind(Objects.requireNonNull(row.get("outcome", String.class))),
                row.get("entry_seq", Long.class),
                row.get("version", Integer.class));
    }

    private static ChangeOutcome.Kind kind(String outcome) {
        return switch (outcome) {
            case "edited", "deleted", "changed" -> ChangeOutcome.Kind.CHANGED;
            case "unchanged" -> ChangeOutcome.Kind.UNCHANGED;
            case "not-a-member" -> ChangeOutcome.Kind.NOT_A_MEMBER;
            case "unknown-message" -> ChangeOutcome.Kind.UNKNOWN_MESSAGE;
            case "gone" -> ChangeOutcome.Kind.GONE;
            case "not-allowed" -> ChangeOutcome.Kind.NOT_ALLOWED;
            case "unknown-emoji" -> ChangeOutcome.Kind.UNKNOWN_EMOJI;
            case "needs-text" -> ChangeOutcome.Kind.NEEDS_TEXT;
            case "other-version" -> ChangeOutcome.Kind.OTHER_VERSION;
            case "too-many" -> ChangeOutcome.Kind.TOO_MANY;
            case String other -> throw new IllegalStateException("unknown outcome " + other);
        };
    }
}
