package org.tertulia.translation.engine.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Only where a key is set, and not to nothing: an environment variable without a value is as good as none. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnValue.IsSet.class)
@interface ConditionalOnValue {

    /** The key. */
    String value();

    /** Looks it up. */
    final class IsSet implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var key = metadata.getAnnotations().get(ConditionalOnValue.class).getString("value");
            return !context.getEnvironment().getProperty(key, "").isBlank();
        }
    }
}
