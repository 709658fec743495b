package org.tertulia.test.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * One operation of a controller.
 *
 * @param key {@code METHOD /path}
 * @param method the method that serves it
 */
record CodeOperation(String key, HandlerMethod method) {

    private static final String OURS = "org.tertulia.";
    private static final String STARTER = "org.tertulia.starter.";

    /**
     * A parameter of the request.
     *
     * @param name as the client sends it
     * @param required whether a request without it is refused
     * @param type what it is read as
     */
    record Parameter(String name, boolean required, ResolvableType type) {}

    static Map<String, CodeOperation> all(RequestMappingHandlerMapping mapping) {
        var operations = new TreeMap<String, CodeOperation>();
        mapping.getHandlerMethods()
                .forEach(
                        (info, method) -> {
                            if (isOurs(method)) {
                                keys(info)
                                        .forEach(
                                                key ->
                                                        operations.put(
                                                                key,
                                                                new CodeOperation(key, method)));
                            }
                        });
        return operations;
    }

    private static boolean isOurs(HandlerMethod method) {
        var type = method.getBeanType().getName();
        return type.startsWith(OURS) && !type.startsWith(STARTER);
    }

    private static Stream<String> keys(RequestMappingInfo info) {
        return info.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString().replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                .flatMap(
                        path ->
                                info.getMethodsCondition().getMethods().stream()
                                        .map(verb -> verb.name() + " " + path));
    }

    Map<String, Parameter> pathVariables() {
        return parameters(PathVariable.class, (p, a) -> named(p, a.name(), true));
    }

    Map<String, Parameter> queryParameters() {
        return parameters(
                RequestParam.class,
                (p, a) -> named(p, a.name(), a.required() && isNone(a.defaultValue())));
    }

    Map<String, Parameter> headers() {
        return parameters(
                RequestHeader.class,
                (p, a) -> named(p, a.name(), a.required() && isNone(a.defaultValue())));
    }

    private <A extends java.lang.annotation.Annotation> Map<String, Parameter> parameters(
            Class<A> annotation,
            java.util.function.BiFunction<MethodParameter, A, Parameter> read) {
        var found = new TreeMap<String, Parameter>(String.CASE_INSENSITIVE_ORDER);
        for (var parameter : method.getMethodParameters()) {
            var present = parameter.getParameterAnnotation(annotation);
            if (present != null) {
                var read1 = read.apply(parameter, present);
                found.put(read1.name(), read1);
            }
        }
        return found;
    }

    private static Parameter named(MethodParameter parameter, String name, boolean required) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var sent = name.isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : name;
        return new Parameter(
                sent,
                required && !parameter.isOptional(),
                ResolvableType.forMethodParameter(parameter));
    }

    private static boolean isNone(String defaultValue) {
        return defaultValue.equals(ValueConstants.DEFAULT_NONE);
    }

    Optional<ResolvableType> requestBody() {
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return Optional.of(unwrapped(ResolvableType.forMethodParameter(parameter)));
            }
        }
        return Optional.empty();
    }

    /** What the response's body is written from; empty when there is none. */
    Optional<ResolvableType> responseBody() {
        var type = unwrapped(ResolvableType.forMethodReturnType(method.getMethod()));
        var nothing = type.toClass() == Void.class || type.toClass() == void.class;
        return nothing ? Optional.empty() : Optional.of(type);
    }

    /** The status of success, where it is fixed by the method's declaration. */
    Optional<Integer> successStatus() {
        @Nullable ResponseStatus declared =
                AnnotatedElementUtils.findMergedAnnotation(
                        method.getMethod(), ResponseStatus.class);
        if (declared != null) {
            return Optional.of(declared.code().value());
        }
        return wrappers().contains(HttpEntity.class) ? Optional.empty() : Optional.of(200);
    }

    private List<Class<?>> wrappers() {
        var found = new ArrayList<Class<?>>();
        var type = ResolvableType.forMethodReturnType(method.getMethod());
        while (isWrapper(type)) {
            found.add(
                    HttpEntity.class.isAssignableFrom(type.toClass())
                            ? HttpEntity.class
                            : type.toClass());
            type = type.getGeneric(0);
        }
        return found;
    }

    private static ResolvableType unwrapped(ResolvableType declared) {
        var type = declared;
        while (isWrapper(type)) {
            var isMany = reactor.core.publisher.Flux.class.isAssignableFrom(type.toClass());
            if (isMany) {
                return ResolvableType.forClassWithGenerics(List.class, type.getGeneric(0));
            }
            type = type.getGeneric(0);
        }
        return type;
    }

    private static boolean isWrapper(ResolvableType type) {
        var raw = type.toClass();
        return Publisher.class.isAssignableFrom(raw) || HttpEntity.class.isAssignableFrom(raw);
    }
}
