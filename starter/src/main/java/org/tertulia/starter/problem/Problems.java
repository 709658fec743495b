package org.tertulia.starter.problem;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ResponseStatusException;

/** Turns whatever ended a request into a {@link Problem}. Texts of unknown errors never reach a client. */
public final class Problems {

    private static final Map<Integer, ProblemType> BY_STATUS =
            Map.of(
                    400, ProblemTypes.MALFORMED_REQUEST,
                    401, ProblemTypes.UNAUTHENTICATED,
                    403, ProblemTypes.FORBIDDEN,
                    404, ProblemTypes.NOT_FOUND,
                    405, ProblemTypes.METHOD_NOT_ALLOWED,
                    406, ProblemTypes.NOT_ACCEPTABLE,
                    413, ProblemTypes.PAYLOAD_TOO_LARGE,
                    415, ProblemTypes.UNSUPPORTED_MEDIA_TYPE,
                    429, ProblemTypes.RATE_LIMITED,
                    503, ProblemTypes.SERVICE_UNAVAILABLE);

    private Problems() {}

    /** The problem that {@code error} is to its client. */
    public static Problem of(Throwable error) {
        return switch (error) {
            case ProblemException e -> problem(e.type(), e.detail(), e.errors());
            case WebExchangeBindException e -> invalidBody(e);
            case HandlerMethodValidationException e -> invalidArguments(e);
            case NoResourceFoundException _ -> problem(ProblemTypes.NOT_FOUND, "No such path.");
            case ResponseStatusException e when isTooLarge(e) ->
                    problem(ProblemTypes.PAYLOAD_TOO_LARGE, "The body is over its limit.");
            case ResponseStatusException e -> ofStatus(e.getStatusCode(), e.getReason());
            case DataBufferLimitException _ ->
                    problem(ProblemTypes.PAYLOAD_TOO_LARGE, "The body is over its limit.");
            case DecodingException _ ->
                    problem(ProblemTypes.MALFORMED_REQUEST, "The body can not be read.");
            case AuthenticationServiceException _ -> away();
            case AuthenticationException _ ->
                    problem(
                            ProblemTypes.UNAUTHENTICATED,
                            "The access token is missing or not valid.");
            case AccessDeniedException _ ->
                    problem(ProblemTypes.FORBIDDEN, "The caller may not do this.");
            case CallNotPermittedException _ -> away();
            case TimeoutException _ -> away();
            default ->
                    Infrastructure.isAway(error)
                            ? away()
                            : problem(
                                    ProblemTypes.INTERNAL_ERROR,
                                    "The request could not be completed. Nothing more is known here;"
                                            + " the trace id finds it in the logs.");
        };
    }

    private static boolean isTooLarge(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return true;
            }
        }
        return false;
    }

    private static Problem ofStatus(HttpStatusCode status, @Nullable String reason) {
        var type = BY_STATUS.get(status.value());
        if (type != null) {
            return problem(type, reason == null ? type.title() + "." : reason);
        }
        var known = HttpStatus.resolve(status.value());
        if (known == null || status.is5xxServerError()) {
            return problem(ProblemTypes.INTERNAL_ERROR, "The request could not be completed.");
        }
        var slug = known.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return problem(
                new ProblemType(slug, known, known.getReasonPhrase()), known.getReasonPhrase());
    }

    private static Problem invalidBody(WebExchangeBindException e) {
        var errors =
                e.getFieldErrors().stream()
                        .map(f -> new FieldError(f.getField(), text(f.getDefaultMessage())))
                        .toList();
        return problem(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.", errors);
    }

    private static Problem invalidArguments(HandlerMethodValidationException e) {
        var errors =
                e.getParameterValidationResults().stream()
                        .flatMap(
                                r ->
                                        r instanceof ParameterErrors body
                                                ? body.getFieldErrors().stream()
                                                        .map(
                                                                f ->
                                                                        new FieldError(
                                                                                f.getField(),
                                                                                text(
                                                                                        f
                                                                                                .getDefaultMessage())))
                                                : r.getResolvableErrors().stream()
                                                        .map(
                                                                m ->
                                                                        new FieldError(
                                                                                text(
                                                                                        r.getMethodParameter()
                                                                                                .getParameterName()),
                                                                                text(
                                                                                        m
                                                                                                .getDefaultMessage()))))
                        .toList();
        return problem(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.", errors);
    }

    private static String text(@Nullable String message) {
        return message == null ? "is not allowed" : message;
    }

    private static Problem away() {
        return problem(
                ProblemTypes.SERVICE_UNAVAILABLE, "Something this needs is away for the moment.");
    }

    private static Problem problem(ProblemType type, String detail) {
        return problem(type, detail, List.of());
    }

    private static Problem problem(ProblemType type, String detail, List<FieldError> errors) {
        return new Problem(
                type.uri(),
                type.title(),
                type.status().value(),
                detail,
                null,
                null,
                errors.isEmpty() ? null : errors);
    }
}
