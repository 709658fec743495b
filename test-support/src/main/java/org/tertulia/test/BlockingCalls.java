package org.tertulia.test;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;

/**
 * Fails a test during which our code made a thread wait that must never wait: an event loop, or one of Reactor's
 * parallel threads. Reading a file or random bytes is not held against it; classes and their resources are read so.
 *
 * <p>Watches where the JVM allows it, which takes the option {@code -XX:+AllowRedefinitionToAddDeleteMethods}; the
 * build sets it.
 */
final class BlockingCalls implements BeforeAllCallback, AfterEachCallback {

    private static final String OPTION = "AllowRedefinitionToAddDeleteMethods";
    private static final List<String> READS =
            List.of("java.io.FileInputStream", "java.io.RandomAccessFile", "java.util.zip.");

    /** A hint to the processor within a lock-free structure's retry: nobody is waited for. */
    private static final String SPIN = "onSpinWait";

    /**
     * Locks that are held for the length of an assignment or so, where there is nothing else to choose: that of the bounded
     * queue into which OpenTelemetry puts a span that has ended, and that under which one of resilience4j's circuit breakers
     * goes from open to half open, once in a while.
     */
    private static final Set<String> SHORT_LOCKS =
            Set.of(
                    "io.opentelemetry.sdk.trace.export.BatchSpanProcessor$Worker",
                    "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine$OpenState");

    private static final List<BlockingOperationError> SEEN = new CopyOnWriteArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        Watch.begin();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var seen = List.copyOf(SEEN);
        SEEN.clear();
        if (!seen.isEmpty()) {
            var failure = new AssertionError("A thread that must not block did", seen.getFirst());
            seen.stream().skip(1).forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private static void record(BlockingMethod method) {
        if (!method.getName().equals(SPIN)
                && READS.stream().noneMatch(method.getClassName().replace('/', '.')::startsWith)) {
            var error = new BlockingOperationError(method);
            var stack = List.of(error.getStackTrace());
            if (stack.stream().anyMatch(BlockingCalls::isOurs)
                    && stack.stream().noneMatch(f -> SHORT_LOCKS.contains(f.getClassName()))) {
                SEEN.add(error);
            }
        }
    }

    private static boolean isOurs(StackTraceElement frame) {
        var type = frame.getClassName();
        return type.startsWith("org.tertulia.") && !type.startsWith("org.tertulia.test.");
    }

    private static boolean isAllowed() {
        return Boolean.parseBoolean(
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .getVMOption(OPTION)
                        .getValue());
    }

    /** Begins once per JVM. */
    private static final class Watch {

        static {
            if (isAllowed()) {
                BlockHound.install(hound -> hound.blockingMethodCallback(BlockingCalls::record));
            }
        }

        private static void begin() {
            // Being called is enough: the class is initialised.
        }
    }
}
