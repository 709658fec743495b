package org.tertulia.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    private static final ProcessHandle SELF = ProcessHandle.current();

    @TempDir private Path folder;

    @Test
    void aSavedRecordShouldFindItsProcess() {
        var home = Home.at(folder).create();
        RunRecord.of("kafka", SELF, 9192).ready(1500).save(home);

        var found = RunRecord.find(home, "kafka").orElseThrow();

        assertThat(found.process()).contains(SELF);
        assertThat(found.port()).isEqualTo(9192);
        assertThat(found.readyMillis()).isEqualTo(1500);
        assertThat(RunRecord.all(home)).containsExactly(found);
    }

    @Test
    void aProcessThatStartedAtAnotherTimeShouldNotBeTakenForIt() {
        var own = RunRecord.of("kafka", SELF, 9192);

        var recycled = new RunRecord("kafka", own.pid(), own.startedAt() - 60_000, 9192, null);

        assertThat(recycled.process()).isEmpty();
    }

    @Test
    void aDeletedRecordShouldBeGone() {
        var home = Home.at(folder).create();
        var saved = RunRecord.of("kafka", SELF, 9192);
        saved.save(home);

        saved.delete(home);

        assertThat(RunRecord.find(home, "kafka")).isEmpty();
        assertThat(RunRecord.all(home)).isEmpty();
    }
}
