package org.tertulia.translation.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** The bot's session, one for each instance: opened when it is first needed, and renewed before its token runs out. */
final class BotSession {

    private static final Logger log = LoggerFactory.getLogger(BotSession.class);

    /** A token must last for what is done with it. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** A wrong password is not tried more often: whose account it is would be locked out. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

    private final BotAccount account;
    private final Clock clock;
    private final Mono<BotLogin> login;
    private volatile @Nullable BotLogin last;
    private volatile Instant refusedUntil = Instant.MIN;

    BotSession(BotAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
        this.login = Mono.defer(this::next).cacheInvalidateIf(this::isOver);
    }

    /** The bot as it is logged in. Fails with {@link BotRefused}, and with service-unavailable. */
    Mono<BotLogin> login() {
        return login;
    }

    /** Who the bot is; asks nobody when that is known. */
    Mono<UserId> self() {
        var known = last;
        return known == null ? login.map(BotLogin::self) : Mono.just(known.self());
    }

    /** Who the bot is; null as long as that is not known. */
    @Nullable UserId knownSelf() {
        var known = last;
        return known == null ? null : known.self();
    }

    /** This one is not accepted any more; the next is asked for when one is needed. */
    void revoke(BotLogin login) {
        if (login.equals(last)) {
            last = new BotLogin(login.self(), login.token(), login.refreshToken(), Instant.MIN);
        }
    }

    private boolean isOver(BotLogin login) {
        return !login.equals(last) || login.expiresAt().isBefore(clock.instant().plus(MARGIN));
    }

    private Mono<BotLogin> next() {
        var before = last;
        if (clock.instant().isBefore(refusedUntil)) {
            return Mono.error(new BotRefused("that was refused a moment ago"));
        }
        return (before == null ? account.enter() : account.renew(before))
                .doOnNext(entered -> last = entered)
                .doOnError(BotRefused.class, this::refused);
    }

    private void refused(BotRefused refused) {
        last = null;
        log.warn("There is no translation bot: {}", refused.getMessage());
        refusedUntil = clock.instant().plus(AFTER_REFUSAL);
    }
}
