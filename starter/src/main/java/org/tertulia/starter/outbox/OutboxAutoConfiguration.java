package org.tertulia.starter.outbox;

import io.r2dbc.spi.ConnectionFactories;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.KafkaEventsAutoConfiguration;
import org.tertulia.starter.observability.TraceParents;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The transactional outbox, where a service has both a database and a broker. */
@AutoConfiguration(
        after = KafkaEventsAutoConfiguration.class,
        afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnClass({DatabaseClient.class, ProducerFactory.class})
@ConditionalOnBean(R2dbcConnectionDetails.class)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {

    @Bean
    OutboxSignal outboxSignal() {
        return new OutboxSignal();
    }

    @Bean
    @ConditionalOnMissingBean(Outbox.class)
    PostgresOutbox outbox(
            DatabaseClient database,
            EventCodec codec,
            IdGenerator ids,
            TraceParents traces,
            OutboxSignal signal) {
        return new PostgresOutbox(database, codec, ids, traces, signal);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler outboxScheduler() {
        // One thread, and one that may wait: the producer does, for metadata and for room.
        return Schedulers.newBoundedElastic(
                1, Schedulers.DEFAULT_BOUNDED_ELASTIC_QUEUESIZE, "outbox-relay", 60, true);
    }

    @Bean
    OutboxRelay outboxRelay(
            R2dbcConnectionDetails connectionDetails,
            DatabaseClient database,
            ProducerFactory<String, byte[]> eventProducers,
            Scheduler outboxScheduler,
            OutboxSignal signal,
            OutboxProperties properties,
            @Value("${spring.application.name}") String service) {
        return new OutboxRelay(
                ConnectionFactories.get(connectionDetails.getConnectionFactoryOptions()),
                database,
                new EventProducer(eventProducers, "/" + service, outboxScheduler),
                signal,
                properties);
    }
}
