package org.tertulia.translation.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Only where keys are set, all of them, and not to nothing: an environment variable without a value is as good as none. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnValue.IsSet.class)
public @interface ConditionalOnValue {

    /** The keys. */
    String[] value();

    /** Looks it up. */
    final class IsSet implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var keys =
                    metadata.getAnnotations().get(ConditionalOnValue.class).getStringArray("value");
            return Stream.of(keys)
                    .noneMatch(key -> context.getEnvironment().getProperty(key, "").isBlank());
        }
    }
}
