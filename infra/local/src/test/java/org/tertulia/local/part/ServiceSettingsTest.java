package org.tertulia.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.Secrets;

/** Each service is told what it needs and no secret beyond. */
class ServiceSettingsTest {
    private static final Ports PORTS = new Ports(20_000, Map.of());
    private static final Jvm JVM = new Jvm(96, 16, false);
    private static final ServiceSpec PLAIN =
            new ServiceSpec("plain-service", Layer.SERVICE, "plain", JVM);

    @TempDir private Path folder;

    @Test
    void aServiceThatStoresObjectsShouldGetTheStoreAndItsKeys() {
        var secrets = new Secrets(Home.at(folder).create());

        assertThat(new ServiceSettings(PORTS, secrets).of(PLAIN.storingObjects()))
                .containsEntry("TERTULIA_S3_ENDPOINT", "http://127.0.0.1:20005")
                .containsEntry("TERTULIA_S3_REGION", "us-east-1")
                .containsEntry("TERTULIA_S3_BUCKET", "tertulia-media")
                .containsEntry("TERTULIA_S3_ACCESS_KEY", secrets.storeAccessKey())
                .containsEntry("TERTULIA_S3_SECRET_KEY", secrets.storeSecretKey())
                .containsEntry("TERTULIA_POSTGRES_USER", "plain");
    }

    @Test
    void anyOtherServiceShouldGetNothingOfTheStore() {
        assertThat(settings(PORTS).of(PLAIN).keySet()).noneMatch(it -> it.contains("S3"));
    }

    @Test
    void aServiceWithoutADatabaseShouldGetNoPassword() {
        var spec = new ServiceSpec("bare-service", Layer.SERVICE, null, JVM);

        assertThat(settings(PORTS).of(spec).keySet()).noneMatch(it -> it.contains("POSTGRES"));
    }

    @Test
    void theKeyEncryptionKeyShouldGoToAuthServiceOnly() {
        assertThat(ServiceSpec.ALL)
                .filteredOn(it -> settings(PORTS).of(it).containsKey("TERTULIA_KEY_ENCRYPTION_KEY"))
                .extracting(ServiceSpec::name)
                .containsExactly("auth-service");
    }

    @Test
    void theKeyThatEncryptsThePushKeyShouldGoToNotificationServiceOnly() {
        assertThat(ServiceSpec.ALL)
                .filteredOn(
                        it ->
                                settings(PORTS)
                                        .of(it)
                                        .containsKey("TERTULIA_PUSH_KEY_ENCRYPTION_KEY"))
                .extracting(ServiceSpec::name)
                .containsExactly("notification-service");
    }

    @Test
    void theAccountOfTheBotShouldGoToTranslationServiceOnly() {
        assertThat(ServiceSpec.ALL)
                .filteredOn(
                        it ->
                                settings(PORTS)
                                        .of(it)
                                        .containsKey("TERTULIA_TRANSLATION_BOT_PASSWORD"))
                .extracting(ServiceSpec::name)
                .containsExactly("translation-service");
    }

    @Test
    void theStoreAndTheKeyOfAddressesShouldGoToMediaServiceOnly() {
        for (var key : List.of("TERTULIA_S3_SECRET_KEY", "TERTULIA_MEDIA_ADDRESS_KEY")) {
            assertThat(ServiceSpec.ALL)
                    .filteredOn(it -> settings(PORTS).of(it).containsKey(key))
                    .extracting(ServiceSpec::name)
                    .containsExactly("media-service");
        }
    }

    @Test
    void theMailCatcherShouldGoToNotificationServiceOnly() {
        assertThat(ServiceSpec.ALL)
                .filteredOn(it -> settings(PORTS).of(it).containsKey("TERTULIA_SMTP_HOST"))
                .extracting(ServiceSpec::name)
                .containsExactly("notification-service");
        var spec =
                ServiceSpec.ALL.stream()
                        .filter(it -> it.name().equals("notification-service"))
                        .findFirst()
                        .orElseThrow();
        assertThat(settings(PORTS).of(spec))
                .containsEntry("TERTULIA_SMTP_HOST", "127.0.0.1")
                .containsEntry("TERTULIA_SMTP_PORT", "20007")
                .containsEntry("TERTULIA_SMTP_STARTTLS", "false")
                .containsEntry("TERTULIA_PUBLIC_URL", "http://localhost:20000");
    }

    @Test
    void theStoreShouldBeFoundAtItsDoor() {
        assertThat(settings(PORTS.withDoors(Set.of("s3"))).of(PLAIN.storingObjects()))
                .containsEntry("TERTULIA_S3_ENDPOINT", "http://127.0.0.1:20065");
    }

    private ServiceSettings settings(Ports ports) {
        return new ServiceSettings(ports, new Secrets(Home.at(folder).create()));
    }
}
