package org.tertulia.media.store;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The client of the store. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** Whoever downloads slowly keeps one for as long as that takes. */
    private static final int MAX_CONNECTIONS = 256;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /**
     * Path style, since a local store has no names for its buckets; checksums only where S3 demands them, since not
     * every store knows the newer ones.
     */
    @Bean(destroyMethod = "close")
    S3AsyncClient s3(StoreProperties properties) {
        return S3AsyncClient.builder()
                .endpointOverride(properties.endpoint())
                .region(Region.of(properties.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        properties.accessKey(), properties.secretKey())))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(
                        NettyNioAsyncHttpClient.builder()
                                .maxConcurrency(MAX_CONNECTIONS)
                                .connectionTimeout(CONNECT_TIMEOUT))
                .build();
    }
}
