package org.tertulia.test.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * An OpenAPI 3.1 file as nested maps, with its references within the file followed.
 *
 * @param root the whole document
 */
public record OpenApiDocument(Map<String, Object> root) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** Reads a file of the class path; fails when there is none. */
    public static OpenApiDocument onClassPath(String name) {
        try (InputStream in = OpenApiDocument.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("There is no " + name + " on the class path");
            }
            return new OpenApiDocument(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation by {@code METHOD /path}. */
    public Map<String, DocumentedOperation> operations() {
        var operations = new TreeMap<String, DocumentedOperation>();
        map(root.get("paths"))
                .forEach(
                        (path, item) ->
                                map(item).keySet().stream()
                                        .filter(METHODS::contains)
                                        .map(method -> operation(method, path, map(item)))
                                        .forEach(found -> operations.put(found.key(), found)));
        return operations;
    }

    private DocumentedOperation operation(String method, String path, Map<String, Object> item) {
        var operation = map(item.get(method));
        var parameters = new ArrayList<Map<String, Object>>();
        list(item.get("parameters")).forEach(found -> parameters.add(resolved(found)));
        list(operation.get("parameters")).forEach(found -> parameters.add(resolved(found)));
        var key = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        return new DocumentedOperation(key, operation, parameters, this);
    }

    /** The security requirements of an operation that has none of its own. */
    List<Object> defaultSecurity() {
        return list(root.get("security"));
    }

    /** The node, or what its {@code $ref} leads to. */
    Map<String, Object> resolved(Object node) {
        var found = map(node);
        if (!(found.get("$ref") instanceof String reference)) {
            return found;
        }
        Object target = root;
        for (var step : reference.substring(2).split("/")) {
            target = map(target).get(step);
        }
        if (target == null) {
            throw new AssertionError("Nothing is at " + reference);
        }
        return resolved(target);
    }

    /** A schema with its reference followed, {@code allOf} merged, and the alternative {@code null} taken out. */
    Map<String, Object> schema(Object node) {
        var schema = resolved(node);
        for (var choice : List.of("anyOf", "oneOf")) {
            var alternatives = list(schema.get(choice)).stream().filter(a -> !isNull(a)).toList();
            if (alternatives.size() == 1) {
                return schema(alternatives.getFirst());
            }
        }
        return schema.containsKey("allOf") ? merged(schema) : schema;
    }

    /** Whether a schema lets a value be null. */
    boolean allowsNull(Object node) {
        var schema = resolved(node);
        return list(schema.get("type")).contains("null")
                || list(schema.get("anyOf")).stream().anyMatch(this::isNull)
                || list(schema.get("oneOf")).stream().anyMatch(this::isNull);
    }

    private boolean isNull(Object node) {
        return "null".equals(resolved(node).get("type"));
    }

    private Map<String, Object> merged(Map<String, Object> schema) {
        var whole = new LinkedHashMap<String, Object>(schema);
        var properties = new LinkedHashMap<String, Object>(map(schema.get("properties")));
        var required = new LinkedHashSet<Object>(list(schema.get("required")));
        for (var part : list(schema.get("allOf"))) {
            var found = schema(part);
            found.forEach(whole::putIfAbsent);
            properties.putAll(map(found.get("properties")));
            required.addAll(list(found.get("required")));
        }
        whole.put("properties", properties);
        whole.put("required", List.copyOf(required));
        return whole;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@org.jspecify.annotations.Nullable Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@org.jspecify.annotations.Nullable Object node) {
        return switch (node) {
            case List<?> list -> (List<Object>) list;
            case null -> List.of();
            default -> List.of(node);
        };
    }
}
