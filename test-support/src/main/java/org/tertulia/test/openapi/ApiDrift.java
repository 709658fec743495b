package org.tertulia.test.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.springframework.core.ResolvableType;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Every way in which an OpenAPI file and the controllers can say different things. */
public final class ApiDrift {

    private final OpenApiDocument document;
    private final Map<String, DocumentedOperation> documented;
    private final Map<String, CodeOperation> coded;
    private final JsonMapper json;

    /** Compares this file with these controllers, whose JSON this mapper writes. */
    public ApiDrift(
            OpenApiDocument document, RequestMappingHandlerMapping mapping, JsonMapper json) {
        this.document = document;
        this.documented = document.operations();
        this.coded = CodeOperation.all(mapping);
        this.json = json;
    }

    /** Operations that only one of the two has, but for those served by something else than a controller. */
    public List<String> operations(Set<String> servedOtherwise) {
        var found = new ArrayList<String>();
        var missing = new TreeSet<>(coded.keySet());
        missing.removeAll(documented.keySet());
        missing.forEach(key -> found.add(key + " is not in the file"));
        var invented = new TreeSet<>(documented.keySet());
        invented.removeAll(coded.keySet());
        invented.removeAll(servedOtherwise);
        invented.forEach(key -> found.add(key + " is in the file only"));
        return found;
    }

    /** Parameters of the path, the query and the headers that differ by name, need or type. */
    public List<String> parameters() {
        var found = new ArrayList<String>();
        forBoth(
                (file, code) -> {
                    found.addAll(parameters(file, "path", code.pathVariables()));
                    found.addAll(parameters(file, "query", code.queryParameters()));
                    found.addAll(headers(file, code));
                });
        return found;
    }

    private List<String> parameters(
            DocumentedOperation file, String place, Map<String, CodeOperation.Parameter> inCode) {
        var inFile = file.parametersIn(place);
        var found = new ArrayList<String>();
        if (!inFile.keySet().equals(inCode.keySet())) {
            found.add(
                    "%s has the %s parameters %s in the code, and %s in the file"
                            .formatted(file.key(), place, inCode.keySet(), inFile.keySet()));
        }
        inCode.forEach(
                (name, parameter) -> {
                    var node = inFile.get(name);
                    if (node != null) {
                        found.addAll(parameter(file.key() + " ?" + name, parameter, node));
                    }
                });
        return found;
    }

    private List<String> parameter(
            String where, CodeOperation.Parameter parameter, Map<String, Object> node) {
        var comparison = new SchemaComparison(document, json);
        comparison.compare(where, parameter.type(), OpenApiDocument.map(node.get("schema")));
        var found = new ArrayList<>(comparison.differences());
        if (parameter.required() != Boolean.TRUE.equals(node.get("required"))) {
            found.add(
                    where
                            + (parameter.required() ? " is required" : " is not required")
                            + " in the code");
        }
        return found;
    }

    private static List<String> headers(DocumentedOperation file, CodeOperation code) {
        var inFile = file.parametersIn("header").keySet();
        return code.headers().keySet().stream()
                .filter(name -> !inFile.contains(name))
                .filter(name -> !name.equalsIgnoreCase("Authorization"))
                .map(name -> "%s has the header %s in the code only".formatted(file.key(), name))
                .toList();
    }

    /** Request bodies that differ from the records they are read as. */
    public List<String> requestBodies() {
        var found = new ArrayList<String>();
        forBoth(
                (file, code) -> {
                    var inCode = code.requestBody();
                    var inFile = file.requestSchema();
                    if (inCode.isPresent() != inFile.isPresent()) {
                        found.add(file.key() + " has a request body in one of the two only");
                    } else if (inCode.isPresent() && inFile.isPresent()) {
                        var comparison = new SchemaComparison(document, json);
                        comparison.compare(file.key() + " request", inCode.get(), inFile.get());
                        found.addAll(comparison.differences());
                    }
                });
        return found;
    }

    /** Responses of success that differ by status, or from the records they are written from. */
    public List<String> responseBodies() {
        var found = new ArrayList<String>();
        forBoth((file, code) -> found.addAll(responses(file, code)));
        return found;
    }

    private List<String> responses(DocumentedOperation file, CodeOperation code) {
        var successes = new TreeMap<>(file.responses());
        successes.keySet().removeIf(status -> !status.startsWith("2"));
        var found = new ArrayList<String>();
        code.successStatus()
                .filter(status -> !successes.containsKey(Integer.toString(status)))
                .map(
                        status ->
                                "%s answers with %d, and with %s in the file"
                                        .formatted(file.key(), status, successes.keySet()))
                .ifPresent(found::add);
        var bodies =
                successes.values().stream()
                        .map(file::jsonSchema)
                        .flatMap(Optional::stream)
                        .toList();
        var type = code.responseBody();
        if (type.isPresent() == bodies.isEmpty()) {
            found.add(file.key() + " has a response body in one of the two only");
        }
        type.ifPresent(t -> bodies.forEach(body -> found.addAll(response(file, t, body))));
        return found;
    }

    private List<String> response(
            DocumentedOperation file, ResolvableType type, Map<String, Object> body) {
        var comparison = new SchemaComparison(document, json);
        comparison.compare(file.key() + " response", type, body);
        return comparison.differences();
    }

    /** Operations whose problems the file does not tell. */
    public List<String> problems() {
        var found = new ArrayList<String>();
        documented.values().forEach(operation -> found.addAll(problems(operation)));
        return found;
    }

    private static List<String> problems(DocumentedOperation operation) {
        var errors = new TreeMap<>(operation.responses());
        errors.keySet().removeIf(status -> !status.matches("[45].*|default"));
        var found = new ArrayList<String>();
        errors.forEach(
                (status, response) -> {
                    if (!DocumentedOperation.isProblem(response)) {
                        found.add(operation.key() + " answers " + status + " with no problem");
                    }
                });
        if (errors.isEmpty()) {
            found.add(operation.key() + " documents no problem");
        }
        var tellsOfTokens = errors.containsKey("401") || errors.containsKey("default");
        if (operation.isSecured() && !tellsOfTokens) {
            found.add(operation.key() + " is secured and documents no 401");
        }
        return found;
    }

    /** Operations without a unique id or a summary. */
    public List<String> descriptions() {
        var found = new ArrayList<String>();
        var ids = new HashSet<Object>();
        documented.forEach(
                (key, operation) -> {
                    var id = operation.node().get("operationId");
                    if (id == null || !ids.add(id)) {
                        found.add(key + " has no operationId of its own");
                    }
                    if (!operation.node().containsKey("summary")) {
                        found.add(key + " has no summary");
                    }
                });
        return found;
    }

    private void forBoth(BiConsumer<DocumentedOperation, CodeOperation> check) {
        documented.forEach(
                (key, file) -> {
                    var code = coded.get(key);
                    if (code != null) {
                        check.accept(file, code);
                    }
                });
    }
}
