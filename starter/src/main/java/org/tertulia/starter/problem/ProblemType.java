package org.tertulia.starter.problem;

import java.net.URI;
import org.springframework.http.HttpStatusCode;

/**
 * A kind of problem a client may meet. The slug is part of the public contract and never changes.
 *
 * @param slug kebab-case name, unique in the suite
 * @param status the HTTP status it is answered with
 * @param title short and the same for every occurrence (RFC 9457, section 3.1.4)
 */
public record ProblemType(String slug, HttpStatusCode status, String title) {

    private static final String PREFIX = "urn:tertulia:problem:";

    /** The {@code type} member of the problem details. */
    public URI uri() {
        return URI.create(PREFIX + slug);
    }
}
