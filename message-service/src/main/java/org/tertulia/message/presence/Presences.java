package org.tertulia.message.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.text.Emoji;
import org.tertulia.starter.text.PlainText;
import reactor.core.publisher.Mono;

/**
 * What people say about themselves. That they want to be invisible and their custom status are stored, and
 * end by themselves when they are to; whether somebody is at a device is of its connection, and gone with
 * it. The other instances, and those who may see it, are told within a moment.
 */
@Service
public final class Presences {

    /** The most graphemes of a custom status. */
    public static final int MAX_TEXT = 80;

    /** How far ahead a choice may end. */
    public static final Duration MAX_UNTIL = Duration.ofDays(366);

    private final PresenceChoiceRepository repository;
    private final PresenceBoard board;
    private final Clock clock;

    Presences(PresenceChoiceRepository repository, PresenceBoard board, Clock clock) {
        this.repository = repository;
        this.board = board;
        this.clock = clock;
    }

    /**
     * What is said from now on. {@code online} and {@code away} end invisibility, and are of the device of
     * {@code connection}; without one, of all devices that are connected. Fails with validation-failed.
     */
    public Mono<OwnPresence> choose(UserId person, SetPresence said, @Nullable UUID connection) {
        return Mono.fromSupplier(() -> choice(person, said))
                .flatMap(choice -> repository.put(choice, clock.instant()))
                .doOnNext(stored -> board.chosen(stored, away(said.status()), connection))
                .map(stored -> OwnPresence.of(stored, Boolean.TRUE.equals(away(said.status()))));
    }

    /**
     * Somebody is at the device of a connection, or not, as its client has noticed. Nothing that the person
     * has chosen changes. Fails with validation-failed for anything but {@code online} and {@code away}.
     */
    public void notice(UserId person, UUID connection, String status) {
        var away = away(status);
        if (away == null) {
            throw refused("status", "must be online or away when the client says it by itself");
        }
        board.said(person, connection, away);
    }

    /** What the person has said, as far as it has come here. */
    public Mono<OwnPresence> own(UserId person) {
        return repository.find(person).map(board::own);
    }

    /** What is stored of the person, for {@link #connected}. */
    public Mono<PresenceChoice> stored(UserId person) {
        return repository.find(person);
    }

    /** A person has one more connection to this instance; what they have said, {@code stored} or later. */
    public OwnPresence connected(UUID connection, PresenceChoice stored) {
        board.connected(stored.userId(), connection, stored);
        return board.own(stored);
    }

    /** A connection to this instance has ended, whether or not it was told of. */
    public void disconnected(UserId person, UUID connection) {
        board.disconnected(person, connection);
    }

    /** Null for invisible: of that no device says anything. */
    private static @Nullable Boolean away(String status) {
        return switch (status) {
            case "online" -> false;
            case "away" -> true;
            case OwnPresence.INVISIBLE -> null;
            default -> throw refused("status", "must be online, away or invisible");
        };
    }

    private PresenceChoice choice(UserId person, SetPresence said) {
        var text = PlainText.clean("text", said.text(), 0, MAX_TEXT);
        var emoji = said.emoji();
        return new PresenceChoice(
                person,
                0,
                away(said.status()) == null,
                text.isEmpty() ? null : text,
                emoji == null || emoji.isEmpty() ? null : Emoji.clean("emoji", emoji),
                until(said.until()));
    }

    private @Nullable Instant until(@Nullable Instant until) {
        if (until == null) {
            return null;
        }
        var now = clock.instant();
        if (!until.isAfter(now)) {
            throw refused("until", "must be in the future");
        }
        if (until.isAfter(now.plus(MAX_UNTIL))) {
            throw refused("until", "must be within %d days".formatted(MAX_UNTIL.toDays()));
        }
        return until.truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, message);
    }
}
