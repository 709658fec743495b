package org.tertulia.starter.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * The {@code If-Match} header of a change to something that has a version number (RFC 9110, section
 * 13.1.1). Its entity tag is the number in quotes; a weak tag matches nothing.
 *
 * @param tags the tags of the header, as sent; empty when there was no header
 */
public record IfMatch(List<String> tags) {

    private static final String ANY = "*";

    /** Keeps its own copy of the tags. */
    public IfMatch {
        tags = List.copyOf(tags);
    }

    /** Reads the header; null means that it was not sent, and that every version will do. */
    public static IfMatch of(@Nullable String header) {
        return new IfMatch(
                header == null
                        ? List.of()
                        : Arrays.stream(header.split(",", -1)).map(String::strip).toList());
    }

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Fails with {@link ProblemTypes#PRECONDITION_FAILED} unless the header lets this version change. */
    public void require(long version) {
        if (!tags.isEmpty() && !tags.contains(ANY) && !tags.contains(tag(version))) {
            throw new ProblemException(
                    ProblemTypes.PRECONDITION_FAILED,
                    "The present version is " + version + ", not the one of If-Match.");
        }
    }
}
