package org.tertulia.starter;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Puts what all services have in common below everything else: by itself, an imported file wins over the
 * one that imports it.
 */
final class DefaultsLast implements EnvironmentPostProcessor, Ordered {

    private static final String DEFAULTS = "tertulia-defaults.yml";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        sources.stream()
                .filter(source -> source.getName().contains(DEFAULTS))
                .toList()
                .forEach(
                        source -> {
                            sources.remove(source.getName());
                            sources.addLast(source);
                        });
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
