package org.tertulia.chat.creation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.tertulia.chat.creation.AnswerRepository.Answer;
import org.tertulia.chat.ledger.ChatView;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a repeated creation with the first answer. Claim, chat and answer are one transaction, so a
 * crash leaves either all of them or nothing, and a key is never stuck.
 */
@Component
final class OnceOnly {

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    private final AnswerRepository answers;
    private final JsonMapper json;
    private final Clock clock;

    OnceOnly(AnswerRepository answers, JsonMapper json, Clock clock) {
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs {@code creation} unless the person's key has an answer already; to be called in its
     * transaction. Fails with {@link IdempotencyKeyReused}, {@link IdempotencyKeyInProgress}, or
     * ChatNotFound when the chat was deleted meanwhile.
     */
    Mono<Creation> run(
            UserId person, IdempotencyKey key, CreateChat command, Mono<Creation> creation) {
        var fingerprint = fingerprint(command);
        return answers.claim(person, key)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(IdempotencyKeyInProgress::new))
                .then(Mono.defer(() -> answers.find(person, key, clock.instant().minus(KEPT))))
                .map(answer -> repeated(answer, fingerprint))
                .switchIfEmpty(creation.flatMap(made -> kept(person, key, fingerprint, made)));
    }

    private Creation repeated(Answer answer, String fingerprint) {
        if (!answer.fingerprint().equals(fingerprint)) {
            throw new IdempotencyKeyReused();
        }
        var view = json.readValue(answer.required(), ChatView.class);
        return answer.created() ? new Creation.Created(view) : new Creation.Existing(view);
    }

    private Mono<Creation> kept(
            UserId person, IdempotencyKey key, String fingerprint, Creation made) {
        var now = clock.instant();
        var answer =
                new Answer(
                        fingerprint,
                        made.chat().id(),
                        made instanceof Creation.Created,
                        json.writeValueAsString(made.chat()));
        return answers.deleteSome(now.minus(KEPT))
                .then(answers.store(person, key, answer, now))
                .thenReturn(made);
    }

    private String fingerprint(CreateChat command) {
        var text = command.getClass().getSimpleName() + json.writeValueAsString(command);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
