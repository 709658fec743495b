package org.tertulia.sample.notes;

import java.time.Instant;
import java.util.UUID;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.MessageId;

/** A note as clients see it. */
record NoteView(
        MessageId id, ChatId boardId, long seq, UUID authorId, String text, Instant postedAt) {

    static NoteView of(Note note) {
        return new NoteView(
                note.id(),
                note.boardId(),
                note.seq(),
                note.authorId().value(),
                note.text(),
                note.postedAt());
    }
}
