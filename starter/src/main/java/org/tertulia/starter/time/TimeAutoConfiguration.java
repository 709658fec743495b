package org.tertulia.starter.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.TimeOrderedIds;

/** The clock and the ids that follow it; a test replaces either by a bean of its own. */
@AutoConfiguration
public class TimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    IdGenerator idGenerator(Clock clock) {
        return new TimeOrderedIds(clock);
    }
}
