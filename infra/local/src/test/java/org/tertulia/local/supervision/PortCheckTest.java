package org.tertulia.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.local.TemporarySuite;
import org.tertulia.local.home.RunRecord;
import org.tertulia.local.part.PartFailure;

class PortCheckTest {
    @TempDir private Path folder;

    @Test
    void freePortsShouldRaiseNoComplaint() {
        var suite = new TemporarySuite(folder).of(TemporarySuite.POSTGRES, TemporarySuite.KAFKA);

        assertThat(PortCheck.complaints(suite.parts())).isEmpty();
    }

    @Test
    void aTakenPortShouldBeToldWithThePartTheProcessAndWhatToDo() throws Exception {
        var temporary = new TemporarySuite(folder);
        var suite = temporary.of(TemporarySuite.POSTGRES, TemporarySuite.KAFKA);
        try (var taken = listen(temporary.kafkaPort())) {
            assertThat(PortCheck.complaints(suite.parts()))
                    .singleElement()
                    .asString()
                    .contains(
                            "Port %d (kafka) is taken".formatted(taken.getLocalPort()),
                            "by process %d".formatted(ProcessHandle.current().pid()),
                            "--port kafka=");
        }
    }

    @Test
    void nothingShouldStartWhenAPortIsTaken() throws Exception {
        var temporary = new TemporarySuite(folder);
        var suite = temporary.of(TemporarySuite.POSTGRES, TemporarySuite.KAFKA);
        try (var taken = listen(temporary.kafkaPort())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> RunningSuite.start(suite, TemporarySuite.silent()))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("(kafka) is taken");
        }
        assertThat(RunRecord.all(suite.home())).isEmpty();
        assertThat(suite.home().data(TemporarySuite.POSTGRES)).doesNotExist();
    }

    private static ServerSocket listen(int port) throws Exception {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
