package org.tertulia.starter.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem. Features subclass it, one class for each of their problem types; its
 * message is the {@code detail} and reaches the client. It has no stack trace: it is an answer, not a
 * fault.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldError> errors = new ArrayList<>();
    private @Nullable Duration retryAfter;

    /** A problem of {@code type}; {@code detail} says what happened this time, for the client. */
    public ProblemException(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** Names a value that is refused; returns this. */
    public final ProblemException field(String field, String message) {
        errors.add(new FieldError(field, message));
        return this;
    }

    /** Says when trying again makes sense, in whole seconds, rounded up; returns this. */
    public final ProblemException retryAfter(Duration delay) {
        this.retryAfter = delay;
        return this;
    }

    /** The kind of problem. */
    public final ProblemType type() {
        return type;
    }

    /** What happened this time. */
    public final String detail() {
        return Objects.requireNonNullElse(getMessage(), type.title());
    }

    /** The refused values, in the order they were named. */
    public final List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** When to try again; null where it is not known to help. */
    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
