package org.tertulia.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir private Path folder;

    @Test
    void aSecretShouldBeMadeOnceAndKept() {
        var home = Home.at(folder).create();

        var first = new Secrets(home).databasePassword("auth");

        assertThat(new Secrets(home).databasePassword("auth")).isEqualTo(first);
        assertThat(new Secrets(home).databasePassword("users")).isNotEqualTo(first);
    }

    @Test
    void theKeyEncryptionKeyShouldBe32Bytes() {
        var key = new Secrets(Home.at(folder).create()).keyEncryptionKey();

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }

    @Test
    void theKeyOfMediaAddressesShouldBeThirtyTwoBytesAndKept() {
        var home = Home.at(folder).create();
        var key = new Secrets(home).mediaAddressKey();

        assertThat(new Secrets(home).mediaAddressKey()).isEqualTo(key);
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }

    @Test
    void theStoresKeysShouldBeKeptAndDiffer() {
        var home = Home.at(folder).create();
        var accessKey = new Secrets(home).storeAccessKey();
        var secretKey = new Secrets(home).storeSecretKey();

        assertThat(new Secrets(home).storeAccessKey()).isEqualTo(accessKey).hasSize(20);
        assertThat(new Secrets(home).storeSecretKey()).isEqualTo(secretKey).hasSize(40);
    }

    @Test
    void nobodyElseShouldBeAbleToReadIt() throws Exception {
        var home = Home.at(folder).create();
        new Secrets(home).keyEncryptionKey();

        var file = home.secret("key-encryption-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }
}
