package org.tertulia.gateway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.tertulia.test.ServiceTest;

/** The whole gateway on a free port, which finds services in {@link TestRegister}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import(TestRegister.class)
public @interface GatewayTest {

    /** Properties of the gateway. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] value() default {
        "tertulia.gateway.upstream.register-age=0",
        "tertulia.gateway.ratelimit.scale=1000",
        "tertulia.security.allowed-origins=https://tertulia.example"
    };
}
