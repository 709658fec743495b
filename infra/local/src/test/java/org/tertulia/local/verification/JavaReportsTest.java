package org.tertulia.local.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaReportsTest {
    @TempDir private Path root;

    @BeforeEach
    void writeReports() throws IOException {
        report("starter/target/surefire-reports/TEST-ATest.xml", 9, 0, 1, 2);
        report("infra/local/target/failsafe-reports/TEST-BIT.xml", 4, 1, 0, 0);
        report("starter/target/other/TEST-C.xml", 50, 0, 0, 0);
    }

    @Test
    void unitAndIntegrationTestsOfAllModulesShouldBeAddedUp() {
        assertThat(JavaReports.sum(root, 0)).isEqualTo(new TestCount(9, 2, 2));
    }

    @Test
    void reportsOfAFormerRunShouldNotCount() throws IOException {
        var old = root.resolve("infra/local/target/failsafe-reports/TEST-BIT.xml");
        Files.setLastModifiedTime(old, FileTime.fromMillis(1_000));

        assertThat(JavaReports.sum(root, 2_000)).isEqualTo(new TestCount(6, 1, 2));
    }

    private void report(String path, int tests, int failures, int errors, int skipped)
            throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  name="A" tests="%d" errors="%d" skipped="%d" failures="%d">
                </testsuite>
                """
                        .formatted(tests, errors, skipped, failures));
    }
}
