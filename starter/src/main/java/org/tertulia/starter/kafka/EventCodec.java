package org.tertulia.starter.kafka;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tertulia.contracts.TertuliaEvent;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON, and their CloudEvents types. */
public final class EventCodec {

    private static final String TYPE_PREFIX = "org.tertulia.";
    private static final String TYPE_VERSION = ".v1";

    private final JsonMapper json;
    private final Map<Class<?>, Map<String, Class<?>>> families = new ConcurrentHashMap<>();

    /** Writes and reads by {@code json}. */
    public EventCodec(JsonMapper json) {
        this.json = json;
    }

    /** The event as UTF-8 JSON. */
    public byte[] encode(TertuliaEvent event) {
        return json.writeValueAsBytes(event);
    }

    /** The event as JSON. */
    public String json(TertuliaEvent event) {
        return json.writeValueAsString(event);
    }

    /** Reads an event of the family {@code type}; fails with a Jackson exception when it is none. */
    public <E> E decode(byte[] value, Class<E> type) {
        return json.readValue(value, type);
    }

    /** The CloudEvents type of {@code event}. */
    public String type(TertuliaEvent event) {
        return families(familyOf(event.getClass())).entrySet().stream()
                .filter(entry -> entry.getValue() == event.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Whether {@code family} has an event of this CloudEvents type; newer publishers may have more. */
    boolean knows(Class<?> family, String cloudEventType) {
        return families(family).containsKey(cloudEventType);
    }

    private static Class<?> familyOf(Class<?> event) {
        return Arrays.stream(event.getInterfaces())
                .filter(type -> type.isAnnotationPresent(JsonSubTypes.class))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event + " is in no event family"));
    }

    private Map<String, Class<?>> families(Class<?> family) {
        return families.computeIfAbsent(
                family,
                f ->
                        Arrays.stream(f.getAnnotation(JsonSubTypes.class).value())
                                .collect(
                                        Collectors.toMap(
                                                t -> TYPE_PREFIX + t.name() + TYPE_VERSION,
                                                JsonSubTypes.Type::value)));
    }
}
