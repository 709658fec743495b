package org.tertulia.load;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.tertulia.load.bench.BenchCommand;
import org.tertulia.load.faults.FaultsCommand;
import org.tertulia.load.suite.TestCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Programs that run against a suite: its tests as a whole, and the bench. The suite is named by {@code
 * TERTULIA_BASE_URL} and {@code TERTULIA_HOME}. The exit code is 0 when all was well, 1 when not, and
 * 64 when the command line is wrong.
 */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Tests or measures a running suite.",
        subcommands = {TestCommand.class, BenchCommand.class, FaultsCommand.class})
public final class Load implements Runnable {
    private static final int USAGE = 64;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: test, faults or bench");
    }

    /** The program. Connections keep threads of their own, so it says when it ends. */
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var commandLine = new CommandLine(new Load()).setOut(out);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(Load::complain);
        System.exit(commandLine.execute(args));
    }

    private static int complain(ParameterException e, String[] args) {
        var err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        e.getCommandLine().usage(err);
        return USAGE;
    }
}
