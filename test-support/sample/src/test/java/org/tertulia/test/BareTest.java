package org.tertulia.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.tertulia.sample.SampleApplication;

/** The sample service with nothing around it: database and broker are away. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(classes = SampleApplication.class)
@interface BareTest {

    /** Where no server is. */
    @AliasFor(annotation = ServiceTest.class, attribute = "properties")
    String[] properties() default {
        "spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:1/nowhere",
        "spring.flyway.enabled=false",
        "spring.kafka.bootstrap-servers=127.0.0.1:1"
    };
}
