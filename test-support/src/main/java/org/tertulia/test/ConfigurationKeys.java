package org.tertulia.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds keys in a configuration file that nothing reads, such as those that were renamed by an upgrade and are passed
 * over in silence since. What is read is told by the metadata that libraries bring on the class path.
 */
public final class ConfigurationKeys {

    private static final List<String> METADATA =
            List.of(
                    "META-INF/spring-configuration-metadata.json",
                    "META-INF/additional-spring-configuration-metadata.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ConfigurationKeys() {}

    /**
     * The keys of this class path file that no metadata knows, or knows as gone.
     *
     * @param readByOthers prefixes of keys that are read without metadata, such as {@code tertulia.}
     */
    public static List<String> unknownIn(String file, String... readByOthers) {
        var known = known();
        return keys(file).stream()
                .filter(key -> Stream.of(readByOthers).noneMatch(key::startsWith))
                .filter(key -> !isKnown(known, canonical(key)))
                .toList();
    }

    private static List<String> keys(String file) {
        try {
            var keys = new ArrayList<String>();
            for (var source :
                    new YamlPropertySourceLoader().load(file, new ClassPathResource(file))) {
                keys.addAll(List.of(((EnumerablePropertySource<?>) source).getPropertyNames()));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of properties, each with whether keys may go on below it. */
    private static Map<String, Boolean> known() {
        var known = new HashMap<String, Boolean>();
        METADATA.stream()
                .flatMap(name -> resources(name).stream())
                .flatMap(resource -> JSON.readTree(read(resource)).path("properties").valueStream())
                .filter(property -> !isGone(property))
                .forEach(
                        property ->
                                known.merge(
                                        canonical(property.path("name").asString()),
                                        isMap(property),
                                        Boolean::logicalOr));
        return known;
    }

    private static boolean isGone(JsonNode property) {
        return "error".equals(property.path("deprecation").path("level").asString(""));
    }

    private static boolean isMap(JsonNode property) {
        return property.path("type").asString("").startsWith("java.util.Map");
    }

    private static boolean isKnown(Map<String, Boolean> known, String key) {
        if (known.containsKey(key)) {
            return true;
        }
        for (var dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            if (known.getOrDefault(key.substring(0, dot), false)) {
                return true;
            }
        }
        return false;
    }

    /** Without the index of a list's item and without what relaxed binding does not see. */
    private static String canonical(String key) {
        return key.replaceAll("\\[[^]]*]", "").replace("-", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<URL> resources(String name) {
        try {
            var found = new ArrayList<URL>();
            ConfigurationKeys.class
                    .getClassLoader()
                    .getResources(name)
                    .asIterator()
                    .forEachRemaining(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(URL resource) {
        try (var in = resource.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
