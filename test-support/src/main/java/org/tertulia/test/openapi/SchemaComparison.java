package org.tertulia.test.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a Java type with the schema that is to describe its JSON. Records are followed to the end; of what else
 * there is only the JSON type is compared.
 */
final class SchemaComparison {

    private final OpenApiDocument document;
    private final JsonMapper json;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> visited = new HashSet<>();

    SchemaComparison(OpenApiDocument document, JsonMapper json) {
        this.document = document;
        this.json = json;
    }

    /** What differs, each with where it is. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    void compare(String where, ResolvableType type, Map<String, Object> node) {
        var raw = type.toClass();
        var schema = document.schema(node);
        if (raw.isEnum()) {
            compareEnum(where, raw, schema);
        } else if (raw.isArray() || Collection.class.isAssignableFrom(raw)) {
            compareItems(where, type, schema);
        } else if (raw.isRecord()) {
            compareRecord(where, type, schema);
        } else {
            JsonType.of(raw).ifPresent(expected -> compareType(where, expected, schema));
        }
    }

    private void compareType(String where, JsonType expected, Map<String, Object> schema) {
        var types = OpenApiDocument.list(schema.get("type"));
        if (!types.contains(expected.type())) {
            add(where, "is a %s in the code, and %s in the file".formatted(expected.type(), types));
        }
        var format = expected.format();
        if (format != null && !format.equals(schema.get("format"))) {
            add(where, "has no format: " + format);
        }
    }

    private void compareEnum(String where, Class<?> type, Map<String, Object> schema) {
        var inCode =
                Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                        .map(constant -> json.valueToTree(constant).asString())
                        .collect(Collectors.toCollection(TreeSet::new));
        var inFile =
                OpenApiDocument.list(schema.get("enum")).stream()
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!inCode.equals(inFile)) {
            add(where, "is one of %s in the code, and of %s in the file".formatted(inCode, inFile));
        }
    }

    private void compareItems(String where, ResolvableType type, Map<String, Object> schema) {
        compareType(where, new JsonType("array", null), schema);
        var item = type.isArray() ? type.getComponentType() : type.asCollection().getGeneric(0);
        compare(where + "[]", item, OpenApiDocument.map(schema.get("items")));
    }

    private void compareRecord(String where, ResolvableType type, Map<String, Object> schema) {
        var components = type.toClass().getRecordComponents();
        var value = Arrays.stream(components).filter(c -> has(c, JsonValue.class)).findFirst();
        if (value.isPresent()) {
            compare(where, typeOf(value.get(), type), schema);
            return;
        }
        if (!visited.add(type + " " + System.identityHashCode(schema))) {
            return;
        }
        compareType(where, new JsonType("object", null), schema);
        var inCode = properties(components);
        var inFile = OpenApiDocument.map(schema.get("properties"));
        compareNames(where, inCode.keySet(), inFile.keySet());
        var required = OpenApiDocument.list(schema.get("required"));
        inCode.forEach(
                (name, component) -> {
                    if (inFile.containsKey(name)) {
                        var node = OpenApiDocument.map(inFile.get(name));
                        var path = where + "." + name;
                        compareNeed(path, isNullable(component), required.contains(name), node);
                        compare(path, typeOf(component, type), node);
                    }
                });
    }

    private void compareNames(String where, Set<String> inCode, Set<String> inFile) {
        inCode.stream()
                .filter(name -> !inFile.contains(name))
                .forEach(
                        name ->
                                add(
                                        where,
                                        "has %s in the code, and not in the file".formatted(name)));
        inFile.stream()
                .filter(name -> !inCode.contains(name))
                .forEach(
                        name ->
                                add(
                                        where,
                                        "has %s in the file, and not in the code".formatted(name)));
    }

    private void compareNeed(
            String where, boolean nullable, boolean required, Map<String, Object> node) {
        if (!nullable && !required) {
            add(where, "is never null in the code, and is not required in the file");
        }
        if (nullable && required && !document.allowsNull(node)) {
            add(where, "may be null in the code, and is required in the file");
        }
    }

    private static Map<String, RecordComponent> properties(RecordComponent[] components) {
        var found = new TreeMap<String, RecordComponent>();
        for (var component : components) {
            if (!has(component, JsonIgnore.class)) {
                var named = component.getAccessor().getAnnotation(JsonProperty.class);
                var renamed = named != null && !named.value().isEmpty();
                found.put(renamed ? named.value() : component.getName(), component);
            }
        }
        return found;
    }

    private static boolean has(
            RecordComponent component,
            Class<? extends java.lang.annotation.Annotation> annotation) {
        return component.getAccessor().isAnnotationPresent(annotation);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ResolvableType typeOf(RecordComponent component, ResolvableType owner) {
        return ResolvableType.forType(component.getGenericType(), owner);
    }

    private void add(String where, String difference) {
        differences.add(where + " " + difference);
    }
}
