package org.tertulia.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the notification service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class NotificationServiceApplication {

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        SpringApplication.run(NotificationServiceApplication.class, args);
    }
}
