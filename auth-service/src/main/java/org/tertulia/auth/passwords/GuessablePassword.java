package org.tertulia.auth.passwords;

import org.springframework.http.HttpStatus;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;

/** The password is one of those that are guessed first. */
public final class GuessablePassword extends ProblemException {

    /** password-too-common, 400. */
    public static final ProblemType TYPE =
            new ProblemType("password-too-common", HttpStatus.BAD_REQUEST, "Password too common");

    private static final long serialVersionUID = 1L;

    GuessablePassword(String field) {
        super(TYPE, "This password is among the first that are guessed. Choose another one.");
        field(field, "is too common");
    }
}
