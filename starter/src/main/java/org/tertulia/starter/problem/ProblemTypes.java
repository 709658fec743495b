package org.tertulia.starter.problem;

import org.springframework.http.HttpStatus;

/** The kinds of problem that every service can answer with. */
public final class ProblemTypes {

    /** A value is not allowed; {@code errors} says which. */
    public static final ProblemType VALIDATION_FAILED =
            new ProblemType(
                    "validation-failed",
                    HttpStatus.BAD_REQUEST,
                    "The request is well formed, but a value in it is not allowed");

    /** Body, parameter or cursor can not be read. */
    public static final ProblemType MALFORMED_REQUEST =
            new ProblemType(
                    "malformed-request", HttpStatus.BAD_REQUEST, "The request can not be read");

    /** No valid access token. */
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType(
                    "unauthenticated", HttpStatus.UNAUTHORIZED, "A valid access token is needed");

    /** The caller may not do this. */
    public static final ProblemType FORBIDDEN =
            new ProblemType("forbidden", HttpStatus.FORBIDDEN, "Not allowed");

    /** No such resource, or none the caller may know of. */
    public static final ProblemType NOT_FOUND =
            new ProblemType("not-found", HttpStatus.NOT_FOUND, "There is nothing here");

    /** The path exists, the method does not. */
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType(
                    "method-not-allowed",
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "The resource does not support this method");

    /** The {@code Accept} header can not be met. */
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType(
                    "not-acceptable",
                    HttpStatus.NOT_ACCEPTABLE,
                    "None of the accepted media types can be produced");

    /** The present state forbids it. */
    public static final ProblemType CONFLICT =
            new ProblemType(
                    "conflict",
                    HttpStatus.CONFLICT,
                    "The request conflicts with the present state");

    /** {@code If-Match} names an older version. */
    public static final ProblemType PRECONDITION_FAILED =
            new ProblemType(
                    "precondition-failed",
                    HttpStatus.PRECONDITION_FAILED,
                    "The resource has changed meanwhile");

    /** The body is over its limit. */
    public static final ProblemType PAYLOAD_TOO_LARGE =
            new ProblemType(
                    "payload-too-large",
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The request body is too large");

    /** The body is of a type that is not read here. */
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType(
                    "unsupported-media-type",
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "The media type of the body is not supported");

    /** Too many requests; {@code Retry-After} says when to come back. */
    public static final ProblemType RATE_LIMITED =
            new ProblemType("rate-limited", HttpStatus.TOO_MANY_REQUESTS, "Too many requests");

    /** A fault of ours; the trace id finds it in the logs. */
    public static final ProblemType INTERNAL_ERROR =
            new ProblemType(
                    "internal-error",
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "Something went wrong on our side");

    /** Something this needs is away; {@code Retry-After} says when to come back. */
    public static final ProblemType SERVICE_UNAVAILABLE =
            new ProblemType(
                    "service-unavailable",
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Temporarily not available");

    private ProblemTypes() {}
}
