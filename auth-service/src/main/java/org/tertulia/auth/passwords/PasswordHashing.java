package org.tertulia.auth.passwords;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes passwords with Argon2id, on threads of its own: one hash takes a core for some 30 ms and 19
 * MiB, so no more run at once than there are cores, and only a bounded number may wait.
 *
 * <p>Every method fails with {@link PasswordHashingBusy} at once when too many wait.
 */
@Component
public class PasswordHashing implements DisposableBean {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int STOP_SECONDS = 5;

    private final Argon2PasswordEncoder encoder;
    private final String parameters;
    private final String nobodysHash;
    private final ThreadPoolExecutor threads;
    private final Scheduler scheduler;

    PasswordHashing(PasswordProperties properties) {
        int kibibytes = Math.toIntExact(properties.memory().toKilobytes());
        encoder =
                new Argon2PasswordEncoder(
                        SALT_BYTES,
                        HASH_BYTES,
                        properties.parallelism(),
                        kibibytes,
                        properties.iterations());
        parameters =
                "$argon2id$v=19$m=%d,t=%d,p=%d$"
                        .formatted(kibibytes, properties.iterations(), properties.parallelism());
        nobodysHash = parameters + random(SALT_BYTES) + "$" + random(HASH_BYTES);
        threads =
                new ThreadPoolExecutor(
                        properties.threads(),
                        properties.threads(),
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(properties.queue()),
                        Thread.ofPlatform().name("argon2-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        scheduler = Schedulers.fromExecutorService(threads, "argon2");
    }

    /** The hash to store, in PHC string format with its parameters. */
    public Mono<String> hash(Password password) {
        return onThreads(() -> encoder.encode(password.value()));
    }

    /** Whether {@code hash} was made of {@code password}. */
    Mono<Boolean> matches(Password password, String hash) {
        return onThreads(() -> encoder.matches(password.value(), hash));
    }

    /** False, after the time that {@link #matches} would have taken. */
    Mono<Boolean> matchesNobody(Password password) {
        return matches(password, nobodysHash).map(_ -> false);
    }

    /** Whether the hash was made with other parameters than those in use now. */
    boolean isOutdated(String hash) {
        return !hash.startsWith(parameters);
    }

    @Override
    public void destroy() throws InterruptedException {
        scheduler.dispose();
        threads.shutdown();
        threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private <T> Mono<T> onThreads(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, _ -> new PasswordHashingBusy());
    }

    /** A hash of nothing: checking against it costs the same and fails but for odds of 2^-256. */
    private static String random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
