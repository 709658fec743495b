package org.tertulia.message.membership;

import java.time.Duration;
import org.springframework.stereotype.Service;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.CallerToken;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Who may read and write where. Answers from the replica; when that does not know the caller as a
 * member, the chat service is asked, so that somebody who has just joined is not turned away.
 */
@Service
public final class Membership {

    private final MembershipRepository replica;
    private final ChatAuthority authority;
    private final MembershipProperties properties;

    Membership(
            MembershipRepository replica,
            ChatAuthority authority,
            MembershipProperties properties) {
        this.replica = replica;
        this.authority = authority;
        this.properties = properties;
    }

    /**
     * Completes when the caller is a member of the chat. Fails with {@link ChatNotFound} when not, and
     * with service-unavailable when that is not known for now.
     */
    public Mono<Void> require(Caller caller, ChatId chatId) {
        return replica.isMember(chatId, caller.userId())
                .flatMap(member -> member ? Mono.<Void>empty() : confirm(caller, chatId));
    }

    /**
     * As {@link #require}, for a caller whom the replica did not know a moment ago: completes when the
     * chat service says that the caller is a member and the replica has caught up with it. Nobody can be asked for one
     * who is not here.
     */
    public Mono<Void> confirm(Caller caller, ChatId chatId) {
        var token = caller.token();
        return token == null
                ? Mono.error(new ChatNotFound(chatId))
                : confirm(caller.userId(), token, chatId);
    }

    private Mono<Void> confirm(UserId userId, CallerToken token, ChatId chatId) {
        return authority
                .versionForMember(token, chatId)
                .switchIfEmpty(Mono.error(() -> new ChatNotFound(chatId)))
                .flatMap(version -> awaitVersion(chatId, version))
                .then(Mono.defer(() -> replica.isMember(chatId, userId)))
                .flatMap(member -> member ? Mono.empty() : Mono.error(new ChatNotFound(chatId)));
    }

    private Mono<Void> awaitVersion(ChatId chatId, long version) {
        var polls = properties.catchUp().dividedBy(properties.poll());
        return Mono.defer(() -> replica.version(chatId))
                .defaultIfEmpty(0L)
                .filter(known -> known >= version)
                .switchIfEmpty(Mono.error(Behind::new))
                .retryWhen(
                        Retry.fixedDelay(polls, properties.poll())
                                .filter(Behind.class::isInstance)
                                .onRetryExhaustedThrow((spec, signal) -> stillBehind()))
                .then();
    }

    private static ProblemException stillBehind() {
        return new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "Your membership is known, but has not arrived here yet; try again.")
                .retryAfter(Duration.ofSeconds(1));
    }

    /** The replica has not seen the version yet. */
    private static final class Behind extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Behind() {
            super("behind", null, false, false);
        }
    }
}
