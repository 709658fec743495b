package org.tertulia.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Holds {@code docs/configuration.md} against the keys and environment variables the code reads. */
public final class ConfigurationDocument {

    private static final Pattern CAMEL = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(TERTULIA_[A-Z0-9_]+)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private ConfigurationDocument() {}

    /** Keys of the properties records below {@code rootPackage} that the document does not name. */
    public static List<String> missingKeys(String rootPackage) {
        var named = named();
        return keys(rootPackage).filter(key -> !named.contains(key)).sorted().toList();
    }

    /** Keys that begin like those of {@code rootPackage} and that nothing there reads. */
    public static List<String> staleKeys(String rootPackage) {
        var read = new TreeSet<>(keys(rootPackage).toList());
        var prefixes = new TreeSet<String>();
        read.forEach(key -> prefixes.add(key.substring(0, key.lastIndexOf('.') + 1)));
        return named().stream()
                .filter(name -> prefixes.contains(name.substring(0, name.lastIndexOf('.') + 1)))
                .filter(name -> !read.contains(name))
                .toList();
    }

    /** Environment variables that this class path file reads and the document does not name. */
    public static List<String> missingVariables(String file) {
        var named = named();
        var resource =
                Objects.requireNonNull(
                        ConfigurationDocument.class.getClassLoader().getResource(file), file);
        try (var in = resource.openStream()) {
            return VARIABLE.matcher(
                            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .filter(variable -> !named.contains(variable))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> named() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/configuration.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "docs/configuration.md");
        }
        try {
            var names = new TreeSet<String>();
            QUOTED.matcher(Files.readString(folder.resolve("docs/configuration.md")))
                    .results()
                    .forEach(match -> names.add(match.group(1)));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> keys(String rootPackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents(rootPackage).stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .map(name -> ClassUtils.resolveClassName(name, null))
                .filter(Class::isRecord)
                .flatMap(
                        type ->
                                keys(
                                        type.getAnnotation(ConfigurationProperties.class).value(),
                                        type));
    }

    private static Stream<String> keys(String prefix, Class<?> properties) {
        return Stream.of(properties.getRecordComponents())
                .flatMap(
                        component ->
                                component.getType().isRecord()
                                        ? keys(key(prefix, component), component.getType())
                                        : Stream.of(key(prefix, component)));
    }

    private static String key(String prefix, RecordComponent component) {
        var kebab = CAMEL.matcher(component.getName()).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
        return prefix + "." + kebab;
    }
}
