package org.tertulia.message;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the message service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class MessageServiceApplication {

    /** Runs until it is told to stop; ends its connections with a resumable close code then. */
    public static void main(String[] arguments) {
        SpringApplication.run(MessageServiceApplication.class, arguments);
    }
}
