package org.tertulia.translation.glossary;

import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The chat has no such word, or not any more. */
final class TermNotFound extends ProblemException {

    private static final long serialVersionUID = 1L;

    TermNotFound(TermId id) {
        super(ProblemTypes.NOT_FOUND, "The chat's glossary has no word " + id + ".");
    }
}
