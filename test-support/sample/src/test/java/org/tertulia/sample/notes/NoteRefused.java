package org.tertulia.sample.notes;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The note is refused after it was stored and announced, so that both are rolled back. */
final class NoteRefused extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("note-refused", HttpStatus.CONFLICT, "The note is refused");

    private static final long serialVersionUID = 1L;

    NoteRefused() {
        super(TYPE, "The note was to be refused.");
    }
}
