package org.tertulia.translation.glossary;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The chat has that word already, for that language. */
final class TermExists extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType(
                    "glossary-term-exists",
                    HttpStatus.CONFLICT,
                    "The word is in the chat's glossary");

    private static final long serialVersionUID = 1L;

    TermExists(String word) {
        super(TYPE, "\"%s\" is there for that language; take it away first.".formatted(word));
    }
}
