package org.tertulia.test.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One operation of the file.
 *
 * @param key {@code METHOD /path}
 * @param node what the file says of it
 * @param parameters its parameters and those of its path, references followed
 * @param document the file
 */
public record DocumentedOperation(
        String key,
        Map<String, Object> node,
        List<Map<String, Object>> parameters,
        OpenApiDocument document) {

    private static final String PROBLEM = "application/problem+json";

    /** Whether a token is needed. */
    public boolean isSecured() {
        var security =
                node.containsKey("security")
                        ? OpenApiDocument.list(node.get("security"))
                        : document.defaultSecurity();
        return !security.isEmpty() && !security.contains(Map.of());
    }

    /** The parameters that are in the path, in the query or in a header, by their names. */
    Map<String, Map<String, Object>> parametersIn(String place) {
        var found = new TreeMap<String, Map<String, Object>>(String.CASE_INSENSITIVE_ORDER);
        parameters.stream()
                .filter(parameter -> place.equals(parameter.get("in")))
                .forEach(parameter -> found.put(String.valueOf(parameter.get("name")), parameter));
        return found;
    }

    /** The schema of the JSON body, if there is one. */
    Optional<Map<String, Object>> requestSchema() {
        return jsonSchema(document.resolved(node.getOrDefault("requestBody", Map.of())));
    }

    /** The responses by status, references followed. */
    Map<String, Map<String, Object>> responses() {
        var responses = new TreeMap<String, Map<String, Object>>();
        OpenApiDocument.map(node.get("responses"))
                .forEach((status, found) -> responses.put(status, document.resolved(found)));
        return responses;
    }

    Optional<Map<String, Object>> jsonSchema(Map<String, Object> body) {
        return OpenApiDocument.map(body.get("content")).entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("json"))
                .map(entry -> OpenApiDocument.map(entry.getValue()).get("schema"))
                .findFirst()
                .map(document::resolved);
    }

    static boolean isProblem(Map<String, Object> response) {
        return OpenApiDocument.map(response.get("content")).containsKey(PROBLEM);
    }
}
