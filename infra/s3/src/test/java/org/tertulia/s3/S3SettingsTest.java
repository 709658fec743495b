package org.tertulia.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3SettingsTest {
    @TempDir private Path folder;

    @Test
    void theStoreShouldListenOnLoopbackAndAskForSignatures() throws Exception {
        var settings = new S3Settings(9194, folder.resolve("a folder"), "heron", "s=e:c#ret");

        settings.write(folder.resolve("s3.properties"));

        var written = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("s3.properties"))) {
            written.load(reader);
        }
        assertThat(written)
                .containsEntry("s3proxy.endpoint", "http://127.0.0.1:9194")
                .containsEntry("s3proxy.authorization", "aws-v4")
                .containsEntry("s3proxy.identity", "heron")
                .containsEntry("s3proxy.credential", "s=e:c#ret")
                .containsEntry("jclouds.filesystem.basedir", folder.resolve("a folder").toString());
    }
}
