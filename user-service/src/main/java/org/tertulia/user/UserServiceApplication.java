package org.tertulia.user;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the user service. */
@SpringBootApplication(proxyBeanMethods = false)
public class UserServiceApplication {

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        SpringApplication.run(UserServiceApplication.class, args);
    }
}
