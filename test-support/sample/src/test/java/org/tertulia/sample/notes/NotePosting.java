package org.tertulia.sample.notes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.MessageId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import reactor.core.publisher.Mono;

/** Stores a note and announces it, both or neither. */
@Service
public class NotePosting {

    private final NoteRepository notes;
    private final Outbox outbox;
    private final TransactionalOperator transactions;
    private final IdGenerator ids;
    private final Clock clock;

    NotePosting(
            NoteRepository notes,
            Outbox outbox,
            TransactionalOperator transactions,
            IdGenerator ids,
            Clock clock) {
        this.notes = notes;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** The stored note. Notes of one board are numbered in the order of their commits. */
    public Mono<Void> post(ChatId board, UserId author, String text, boolean failAfterwards) {
        return posted(board, author, text, failAfterwards).then();
    }

    Mono<Note> posted(ChatId board, UserId author, String text, boolean failAfterwards) {
        return notes.nextSeq(board)
                .map(seq -> new Note(new MessageId(ids.next()), board, seq, author, text, now()))
                .flatMap(notes::insert)
                .flatMap(note -> announce(note).thenReturn(note))
                .flatMap(note -> failAfterwards ? Mono.error(new NoteRefused()) : Mono.just(note))
                .as(transactions::transactional);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Mono<Void> announce(Note note) {
        return outbox.append(Topics.MESSAGE_EVENTS, NoteEvents.posted(note));
    }
}
