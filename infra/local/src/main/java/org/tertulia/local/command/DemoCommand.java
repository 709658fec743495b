package org.tertulia.local.command;

import java.util.concurrent.Callable;
import org.tertulia.local.demo.Demo;
import org.tertulia.local.home.Secrets;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.supervision.ControlSocket;
import org.tertulia.local.supervision.SuiteStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fills the running suite with people, chats and messages; a second run changes nothing. */
@Command(
        name = "demo",
        description = "Posts people, chats and messages to look at, and prints the logins.")
final class DemoCommand implements Callable<Integer> {
    @Mixin private Where where = new Where();

    @Override
    public Integer call() {
        var home = where.home();
        var address =
                ControlSocket.ask(home, "glance", null)
                        .map(ControlSocket.Answer::suite)
                        .map(SuiteStatus::address)
                        .orElseThrow(
                                () -> new PartFailure("Nothing is running; first: ./tertulia up"));
        try (var demo = new Demo(address, new Secrets(home).demoPassword())) {
            demo.run(where.out());
        }
        return ExitCodes.DONE;
    }
}
