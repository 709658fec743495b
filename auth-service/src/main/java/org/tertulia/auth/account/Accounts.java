package org.tertulia.auth.account;

import org.springframework.stereotype.Component;
import org.tertulia.contracts.Topics;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import reactor.core.publisher.Mono;

/** The accounts. Methods that write take part in the caller's transaction. */
@Component
public class Accounts {

    private final AccountRepository accounts;
    private final Outbox outbox;

    Accounts(AccountRepository accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /**
     * Ends early, before anything costly is done, when the handle or the email address is another
     * account's. Says nothing about a moment later: {@link #add} decides. Fails with {@link
     * HandleTaken}, {@link EmailTaken}.
     */
    public Mono<Void> requireFree(Handle handle, EmailAddress email) {
        if (ReservedHandles.contains(handle)) {
            return Mono.error(() -> new HandleTaken(handle));
        }
        return accounts.existsHandle(handle)
                .flatMap(
                        taken ->
                                taken
                                        ? Mono.error(new HandleTaken(handle))
                                        : accounts.existsEmail(email))
                .flatMap(taken -> taken ? Mono.error(new EmailTaken()) : Mono.empty());
    }

    /**
     * Adds an account and announces it. Of several that ask for one handle or email address at once,
     * exactly one succeeds. Fails with {@link HandleTaken}, {@link EmailTaken}.
     */
    public Mono<Void> add(Credentials credentials) {
        var account = credentials.account();
        return accounts.insertIfFree(credentials)
                .flatMap(
                        inserted ->
                                inserted ? announce(account) : Mono.defer(() -> taken(account)));
    }

    /** Empty when there is none. */
    public Mono<Credentials> find(UserId id) {
        return accounts.findById(id);
    }

    /** By handle or, when there is an at sign in it, by email address; empty when there is none. */
    public Mono<Credentials> findByLogin(String login) {
        var key = loginKey(login);
        return isEmail(login) ? accounts.findByEmailKey(key) : accounts.findByHandle(key);
    }

    /** What a login is compared as: two with the same key mean the same account, if there is one. */
    public static String loginKey(String login) {
        if (login.indexOf('\0') >= 0) {
            return "";
        }
        return isEmail(login) ? EmailAddress.key(login) : Handle.normalise(login);
    }

    private static boolean isEmail(String login) {
        return login.indexOf('@') >= 0;
    }

    /** Whether the password was replaced: not when it is no longer the one in {@code from}. */
    public Mono<Boolean> replacePassword(Credentials from, String hash) {
        return accounts.replacePassword(from, hash);
    }

    /** Stores another hash of the same password, unless either changed meanwhile. */
    public Mono<Void> replaceHash(Credentials from, String hash) {
        return accounts.replaceHash(from, hash);
    }

    /**
     * Locks like {@link #lock}, and tells whether the password is still the one in {@code known}: so that
     * who was let in by an old password does not stay when it is changed at the same time.
     */
    public Mono<Boolean> lockIfUnchanged(Credentials known) {
        return accounts.lockIfUnchanged(known);
    }

    /**
     * Until the transaction ends, no other one appends events about this person: take it before
     * changing what an event will tell, so that events are published in the order of commits.
     */
    public Mono<Void> lock(UserId id) {
        return accounts.lock(id);
    }

    private Mono<Void> announce(Account account) {
        return outbox.append(Topics.ACCOUNT_EVENTS, AccountEvents.registered(account));
    }

    private Mono<Void> taken(Account account) {
        return accounts.existsHandle(account.handle())
                .flatMap(
                        handleTaken ->
                                Mono.error(
                                        () ->
                                                handleTaken
                                                        ? new HandleTaken(account.handle())
                                                        : new EmailTaken()));
    }
}
