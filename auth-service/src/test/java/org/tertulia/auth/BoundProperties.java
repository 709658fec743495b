package org.tertulia.auth;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Binds configuration records as the service does when it starts. */
public final class BoundProperties {

    private BoundProperties() {}

    /** The record for these values, whose keys stand below {@code prefix}. */
    public static <T> T of(String prefix, Class<T> type, Map<String, String> values) {
        var named =
                values.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> prefix + "." + e.getKey(), Map.Entry::getValue));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate(prefix, Bindable.of(type));
    }
}
