package org.tertulia.user.profile;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.IfMatch;
import reactor.core.publisher.Mono;

/**
 * Profiles. Each version is stored and announced in one transaction, under the profile's row lock: the
 * events of a person have no gap and come in order.
 */
@Component
public final class Profiles {

    private final ProfileRepository profiles;
    private final InitialPreferencesRepository preferences;
    private final AuthServiceClient accounts;
    private final Outbox outbox;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Profiles(
            ProfileRepository profiles,
            InitialPreferencesRepository preferences,
            AuthServiceClient accounts,
            Outbox outbox,
            TransactionalOperator transactions,
            Clock clock) {
        this.profiles = profiles;
        this.preferences = preferences;
        this.accounts = accounts;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Anybody's. Fails with {@link UserNotFound}. */
    public Mono<Profile> find(UserId person) {
        return profiles.find(person).switchIfEmpty(Mono.error(() -> new UserNotFound(person)));
    }

    /** Those of {@code people} that exist, in that order. */
    public Mono<List<Profile>> findAll(List<UserId> people) {
        return profiles.findAll(people)
                .collect(toMap(Profile::userId, Function.identity()))
                .map(found -> people.stream().map(found::get).filter(Objects::nonNull).toList());
    }

    /**
     * The caller's own. Somebody who registered a moment ago, and of whom no event came yet, is looked
     * up at the auth service and gets their profile now. Fails with service-unavailable when that is
     * away, and with {@link UserNotFound} when it does not know the account.
     */
    public Mono<Profile> mine(Actor actor, CallerToken token) {
        return profiles.find(actor.userId())
                .switchIfEmpty(
                        Mono.defer(() -> accounts.account(token))
                                .flatMap(this::register)
                                .then(Mono.defer(() -> find(actor.userId()))));
    }

    /** Begins a profile; a repeat changes nothing. */
    Mono<Void> register(NewAccount account) {
        var profile = Profile.first(account);
        return profiles.insertIfAbsent(profile)
                .filter(Boolean::booleanValue)
                .flatMap(
                        _ ->
                                preferences
                                        .insertIfAbsent(account.userId(), account.language())
                                        .then(announced(profile)))
                .then()
                .as(transactions::transactional);
    }

    /**
     * Changes the caller's own. Saying the same again is no change: no new version, no event. Fails with
     * precondition-failed, or as {@link #mine} does.
     */
    Mono<Profile> change(Actor actor, CallerToken token, ProfileText text, IfMatch ifMatch) {
        return changed(actor, token, ifMatch, profile -> profile.saying(text, now()));
    }

    /**
     * Gives the caller another picture, or none. The same again is no change. Whether the file may be one is for the
     * caller of this to see to. Fails with precondition-failed, or as {@link #mine} does.
     */
    Mono<Profile> changePicture(
            Actor actor, CallerToken token, @Nullable MediaId picture, IfMatch ifMatch) {
        return changed(actor, token, ifMatch, profile -> profile.picturedBy(picture, now()));
    }

    private Mono<Profile> changed(
            Actor actor, CallerToken token, IfMatch ifMatch, UnaryOperator<Profile> change) {
        return mine(actor, token)
                .then(
                        Mono.defer(() -> profiles.lock(actor.userId()))
                                .doOnNext(profile -> ifMatch.require(profile.version()))
                                .flatMap(profile -> stored(profile, change.apply(profile)))
                                .as(transactions::transactional));
    }

    private Mono<Profile> stored(Profile profile, Profile next) {
        return next.version() == profile.version()
                ? Mono.just(profile)
                : profiles.update(next).then(announced(next)).thenReturn(next);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Mono<Void> announced(Profile profile) {
        return Mono.defer(() -> outbox.append(ProfileEvents.TOPIC, ProfileEvents.changed(profile)));
    }
}
