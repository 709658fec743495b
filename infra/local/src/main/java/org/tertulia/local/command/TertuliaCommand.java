package org.tertulia.local.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tertulia.local.part.PartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command that holds the others; alone it explains itself. */
@Command(
        name = "./tertulia",
        description = "Runs the Tertulia chat suite on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            StartCommand.class,
            StopCommand.class,
            KillCommand.class,
            DemoCommand.class,
            TestCommand.class,
            BenchCommand.class,
            HelpCommand.class
        })
public final class TertuliaCommand implements Callable<Integer> {
    /** The command line with its exit codes and error messages set. */
    public static CommandLine commandLine() {
        var commandLine = new CommandLine(new TertuliaCommand());
        commandLine.setExecutionExceptionHandler(
                (failure, command, parsed) -> explain(failure, command.getErr()));
        commandLine.getCommandSpec().exitCodeOnInvalidInput(ExitCodes.USAGE);
        commandLine
                .getSubcommands()
                .values()
                .forEach(it -> it.getCommandSpec().exitCodeOnInvalidInput(ExitCodes.USAGE));
        return commandLine;
    }

    @Override
    public Integer call() {
        var commandLine = commandLine();
        commandLine.usage(commandLine.getErr());
        return ExitCodes.USAGE;
    }

    /** What the person can mend is said in a sentence; anything else is a defect and shown whole. */
    private static int explain(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof PartFailure) {
            err.println(failure.getMessage());
            err.flush();
            return ExitCodes.FAILED;
        }
        throw failure;
    }
}
