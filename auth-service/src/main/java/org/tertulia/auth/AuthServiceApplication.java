package org.tertulia.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the auth service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AuthServiceApplication {

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        SpringApplication.run(AuthServiceApplication.class, args);
    }
}
