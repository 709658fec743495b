package org.tertulia.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.RunRecord;
import org.tertulia.local.home.StateFile;
import org.tertulia.local.supervision.ControlSocket;
import org.tertulia.local.supervision.PartState;
import org.tertulia.local.supervision.PartStatus;
import org.tertulia.local.supervision.StatusTable;
import org.tertulia.local.supervision.SuiteStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows each part: state, port, process, memory, time to ready. Exits with 0 when all are ready. */
@Command(
        name = "status",
        description = "Shows every part; exit code 0 when all are ready, 3 otherwise.")
final class StatusCommand implements Callable<Integer> {
    @Mixin private Where where = new Where();

    @Option(names = "--json", description = "As one line of JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var home = where.home();
        var suite =
                ControlSocket.ask(home, "status", null)
                        .map(ControlSocket.Answer::suite)
                        .orElseGet(() -> abandoned(home));
        var out = where.out();
        if (json) {
            out.println(StateFile.text(suite));
        } else if (suite.parts().isEmpty()) {
            out.println("Nothing is running. ./tertulia up starts it.");
        } else {
            StatusTable.lines(suite).forEach(out::println);
        }
        return suite.ready() ? ExitCodes.DONE : ExitCodes.NOT_READY;
    }

    private static SuiteStatus abandoned(Home home) {
        var parts =
                RunRecord.all(home).stream()
                        .filter(it -> it.process().isPresent())
                        .map(StatusCommand::orphan)
                        .toList();
        return new SuiteStatus(null, false, null, null, null, parts);
    }

    private static PartStatus orphan(RunRecord record) {
        return new PartStatus(
                record.part(),
                PartState.ORPHANED,
                record.port(),
                record.pid(),
                record.readyMillis(),
                null,
                0,
                List.of());
    }
}
