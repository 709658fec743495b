package org.tertulia.media;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the media service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class MediaServiceApplication {

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        SpringApplication.run(MediaServiceApplication.class, args);
    }
}
