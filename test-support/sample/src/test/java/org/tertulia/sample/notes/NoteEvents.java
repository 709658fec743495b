package org.tertulia.sample.notes;

import org.tertulia.contracts.message.MessagePosted;

/** From notes to what is published of them. */
final class NoteEvents {

    private NoteEvents() {}

    static MessagePosted posted(Note note) {
        return new MessagePosted(
                note.boardId().value(),
                note.seq(),
                note.id().value(),
                note.authorId().value(),
                note.id().value(),
                note.text(),
                note.postedAt());
    }
}
