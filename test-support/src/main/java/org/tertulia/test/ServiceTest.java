package org.tertulia.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * Boots the whole service on a random port, with what it needs to be real: a new PostgreSQL database, a Kafka broker
 * without topics, an empty bucket in an S3 store, and the keys of {@link TestTokens} as the ones that sign access tokens. Nothing is registered with
 * Eureka. A {@link org.springframework.test.web.reactive.server.WebTestClient} can be injected.
 *
 * <p>Test classes with the same configuration share one context, and so its database, topics and bucket: a test must
 * not count on being the first. Servers are started only for what the service has on its class path.
 *
 * <p>The service learns where another service is from {@link StubService}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "15s")
@ContextConfiguration(initializers = ServiceTestInitializer.class)
@ExtendWith({BlockingCalls.class, CurrentKafka.class})
public @interface ServiceTest {

    /** Properties of the service as {@code key=value}; they win over those set here. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};

    /** The configuration classes, when it is not the service's own {@code @SpringBootApplication}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes() default {};
}
