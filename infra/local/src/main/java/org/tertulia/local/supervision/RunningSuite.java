package org.tertulia.local.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tertulia.local.home.Home;
import org.tertulia.local.home.HomeLock;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.part.Suite;
import org.tertulia.local.supervision.ControlSocket.Answer;
import org.tertulia.local.supervision.ControlSocket.Request;

/**
 * A suite that this process runs: it owns the state folder, its ports are free, and other shells can
 * reach it. However the process ends, short of SIGKILL, the parts are stopped in order.
 */
public final class RunningSuite implements AutoCloseable {
    private final HomeLock lock;
    private final Progress progress;
    private final Supervisor supervisor;
    private final ControlSocket control;
    private final Thread hook = new Thread(this::stop, "stop");
    private final CountDownLatch endAsked = new CountDownLatch(1);
    private boolean stopped;

    private RunningSuite(Suite suite, HomeLock lock, Progress progress) {
        this.lock = lock;
        this.progress = progress;
        this.supervisor = new Supervisor(suite, progress::show);
        try {
            this.control = ControlSocket.open(suite.home(), this::answer);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen for commands", e);
        }
    }

    /**
     * Starts everything; returns at once.
     *
     * @throws PartFailure when another launcher runs this suite, or ports are taken: nothing was
     *     started then
     */
    public static RunningSuite start(Suite suite, Progress progress) {
        var lock = HomeLock.tryAcquire(suite.home());
        if (lock.isEmpty()) {
            throw new PartFailure("A suite already runs in " + suite.home().root());
        }
        endOrphans(suite.home().rehearsal(), progress);
        endOrphans(suite.home(), progress);
        var complaints = PortCheck.complaints(suite.parts());
        if (!complaints.isEmpty()) {
            lock.get().close();
            throw new PartFailure(String.join("\n", complaints));
        }
        var running = new RunningSuite(suite, lock.get(), progress);
        Runtime.getRuntime().addShutdownHook(running.hook);
        running.supervisor.start();
        return running;
    }

    /** Waits until all parts are ready (true), or one cannot be started or all stop (false). */
    public boolean awaitReady() {
        return supervisor.awaitReady();
    }

    public SuiteStatus glance() {
        return supervisor.glance();
    }

    public SuiteStatus status() {
        return supervisor.status();
    }

    /** Waits until another shell asks for the end. */
    public void awaitEndAsked() throws InterruptedException {
        endAsked.await();
    }

    /** Whether everything is being stopped, or has been. */
    public synchronized boolean isStopped() {
        return stopped;
    }

    /** Stops all parts in order and waits for it. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is on its way out: the hook itself is stopping everything.
            return;
        }
    }

    private void stop() {
        synchronized (this) {
            if (!stopped) {
                progress.settle();
                progress.tell(List.of("Stopping everything; the data is kept."));
            }
            stopped = true;
        }
        supervisor.close();
        control.close();
        lock.close();
    }

    private static void endOrphans(Home home, Progress progress) {
        var ended = Orphans.end(home);
        if (!ended.isEmpty()) {
            progress.tell(
                    List.of(
                            "Ended what a killed launcher had left running: "
                                    + String.join(", ", ended)));
        }
    }

    private Answer answer(Request request) {
        return switch (request.command()) {
            case "glance" -> new Answer(true, "", supervisor.glance());
            case "status" -> new Answer(true, "", supervisor.status());
            case "start" -> done(supervisor.start(part(request)), request, "is ready");
            case "stop" -> done(supervisor.stop(part(request)), request, "is stopped");
            case "kill" -> done(supervisor.kill(part(request)), request, "is killed");
            case "down" -> {
                endAsked.countDown();
                yield new Answer(true, "", null);
            }
            default -> new Answer(false, "Unknown command " + request.command(), null);
        };
    }

    private static Answer done(boolean done, Request request, String outcome) {
        var text = done ? "%s %s" : "%s: that did not work; see ./tertulia logs %1$s";
        return new Answer(done, String.format(Locale.ROOT, text, part(request), outcome), null);
    }

    private static String part(Request request) {
        @Nullable String part = request.part();
        if (part == null) {
            throw new PartFailure("Which part?");
        }
        return part;
    }
}
