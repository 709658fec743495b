package org.tertulia.starter.kafka;

import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.tertulia.starter.id.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Publishing and listening, where spring-kafka is on the class path. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnClass(KafkaTemplate.class)
@EnableConfigurationProperties(KafkaEventsProperties.class)
public class KafkaEventsAutoConfiguration {

    private static final int MAX_BLOCK_MILLIS = 5_000;

    /**
     * More than one would not keep the order, idempotent or not: a broker that has just come back refuses a request
     * as long as it does not lead the partition, and takes the one behind it a moment later, since of a producer that
     * it does not know yet it takes any first sequence number (KIP-360). The refused one is out of sequence from
     * then on, for ever.
     */
    private static final int REQUESTS_UNDER_WAY = 1;

    /** A row has half a kilobyte to one; what the outbox hands over together should go in few requests. */
    private static final int BATCH_BYTES = 128 * 1024;

    /** Without a broker a service still stops; what it could not publish is in its outbox. */
    private static final int CLOSE_TIMEOUT_SECONDS = 3;

    @Bean
    EventCodec eventCodec(JsonMapper json) {
        return new EventCodec(json);
    }

    /**
     * Never gives a record up while the service runs: one that expired while its followers went
     * through would be out of order when it is sent again.
     */
    @Bean(destroyMethod = "destroy")
    DefaultKafkaProducerFactory<String, byte[]> eventProducers(KafkaProperties kafka) {
        Map<String, Object> config = kafka.buildProducerProperties();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, REQUESTS_UNDER_WAY);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        var factory =
                new DefaultKafkaProducerFactory<String, byte[]>(
                        config, new StringSerializer(), new ByteArraySerializer());
        factory.setPhysicalCloseTimeout(CLOSE_TIMEOUT_SECONDS);
        return factory;
    }

    @Bean
    EphemeralEvents ephemeralEvents(
            ProducerFactory<String, byte[]> eventProducers,
            EventCodec codec,
            IdGenerator ids,
            @Value("${spring.application.name}") String service) {
        return new EphemeralEvents(eventProducers, codec, ids, "/" + service);
    }

    @Bean
    EventListening eventListening(
            KafkaProperties kafka,
            KafkaEventsProperties properties,
            EventCodec codec,
            ProducerFactory<String, byte[]> eventProducers,
            ObjectProvider<EventTopic> topics,
            ObjectProvider<EventSubscription> subscriptions,
            ObjectProvider<ObservationRegistry> observations,
            ApplicationContext context) {
        return new EventListening(
                topics.stream().toList(),
                subscriptions.stream().toList(),
                new TopicProvisioning(adminConfig(kafka), properties),
                new OrderedContainers(
                        kafka,
                        properties,
                        codec,
                        new KafkaTemplate<>(eventProducers),
                        observations.getIfAvailable(() -> ObservationRegistry.NOOP),
                        context),
                broadcast -> new BroadcastReader(broadcast, kafka.buildConsumerProperties()));
    }

    private static Map<String, Object> adminConfig(KafkaProperties kafka) {
        Map<String, Object> config = kafka.buildAdminProperties();
        config.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                List.copyOf(kafka.getBootstrapServers()));
        config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return config;
    }
}
