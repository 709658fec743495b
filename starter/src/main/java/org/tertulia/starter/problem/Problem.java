package org.tertulia.starter.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details as RFC 9457 has them, with two members of our own.
 *
 * @param type stable URI of the kind of problem
 * @param title the same for every occurrence of the kind
 * @param status the HTTP status
 * @param detail what happened this time
 * @param instance path of the request
 * @param traceId finds the request in logs and traces
 * @param errors the refused values
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String traceId,
        @Nullable List<FieldError> errors) {

    /** The same problem, met at {@code path} in the trace {@code trace}. */
    public Problem at(@Nullable String path, @Nullable String trace) {
        return new Problem(type, title, status, detail, path, trace, errors);
    }
}
