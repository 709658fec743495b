package org.tertulia.notification.push.encryption;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Encrypts messages, each with keys and a salt of its own, which nobody keeps; not on the caller's thread. */
@Component
public final class PushEncryption {

    private final Scheduler pushCrypto;
    private final SecureRandom random = new SecureRandom();

    PushEncryption(Scheduler pushCrypto) {
        this.pushCrypto = pushCrypto;
    }

    /** The body of the request to the push service; its content coding is {@code aes128gcm}. */
    public Mono<byte[]> encrypt(byte[] message, SubscriptionKeys receiver) {
        return Mono.fromCallable(
                        () -> {
                            var salt = new byte[ContentEncryption.SALT_BYTES];
                            random.nextBytes(salt);
                            return ContentEncryption.encrypt(
                                    message, receiver, P256.newKeys(), salt);
                        })
                .subscribeOn(pushCrypto);
    }
}
