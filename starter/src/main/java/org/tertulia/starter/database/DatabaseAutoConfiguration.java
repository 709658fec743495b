package org.tertulia.starter.database;

import io.r2dbc.pool.ConnectionPool;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Opens the database, where a service has one, before anybody asks for what is in it. */
@AutoConfiguration(
        afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnClass(ConnectionPool.class)
public class DatabaseAutoConfiguration {

    @Bean
    @ConditionalOnBean(ConnectionPool.class)
    PoolWarmUp poolWarmUp(ConnectionPool pool) {
        return new PoolWarmUp(pool, PoolWarmUp.LIMIT);
    }
}
