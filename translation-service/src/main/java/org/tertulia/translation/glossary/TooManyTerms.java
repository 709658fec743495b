package org.tertulia.translation.glossary;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** A chat has as many words as it may have. */
final class TooManyTerms extends ProblemException {

    /** All of them are looked for in every text, and sent at once. */
    static final int MOST = 500;

    static final ProblemType TYPE =
            new ProblemType(
                    "too-many-glossary-terms",
                    HttpStatus.CONFLICT,
                    "The chat's glossary has enough words");

    private static final long serialVersionUID = 1L;

    TooManyTerms() {
        super(TYPE, "A glossary has at most " + MOST + " words; take some away first.");
    }
}
