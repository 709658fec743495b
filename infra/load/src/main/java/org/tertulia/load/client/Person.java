package org.tertulia.load.client;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in on one device. The token of each call is good for as long as the session
 * is. May be used by many threads at once.
 */
public final class Person {
    private final Api api;
    private final Session session;
    private final String password;

    private Person(Api api, Session session, String password) {
        this.api = api;
        this.session = session;
        this.password = password;
    }

    /**
     * Registers somebody new; waits while the suite is busy.
     *
     * @param name what the handle begins with; the rest makes it unique
     */
    public static Person register(Api api, String name) {
        var unique = UUID.randomUUID().toString();
        var handle = name + "-" + unique.substring(0, 8);
        var password = "tertulia " + unique;
        var request =
                Map.of(
                        "handle", handle,
                        "displayName", name,
                        "email", handle + "@example.org",
                        "password", password);
        return new Person(api, Session.open(api, "register", request), password);
    }

    /** The same person on another device: a session of its own. */
    public Person onAnotherDevice(String deviceName) {
        var request = Map.of("login", handle(), "password", password, "deviceName", deviceName);
        return new Person(api, Session.open(api, "login", request), password);
    }

    /** The same session with calls to another address, such as a service asked directly. */
    public Person through(Api other) {
        return new Person(other, session, password);
    }

    public UUID id() {
        return session.user().id();
    }

    public String handle() {
        return session.user().handle();
    }

    public String password() {
        return password;
    }

    public UUID sessionId() {
        return session.id();
    }

    public Api api() {
        return api;
    }

    /** A token with at least a minute to live. */
    public String accessToken() {
        return session.accessToken();
    }

    public String refreshToken() {
        return session.refreshToken();
    }

    /**
     * A new token for the same session.
     *
     * @throws UnexpectedAnswer when the session has ended
     */
    public String renew() {
        return session.renew();
    }

    public Answer get(String path) {
        return api.get(path, accessToken());
    }

    public Answer post(String path, @Nullable Object body) {
        return api.post(path, accessToken(), body);
    }

    public Answer put(String path, @Nullable Object body) {
        return api.put(path, accessToken(), body);
    }

    public Answer delete(String path) {
        return api.delete(path, accessToken());
    }

    /** What this person can do with files. */
    public Media media() {
        return new Media(this);
    }

    /** What this person can have translated. */
    public Translations translations() {
        return new Translations(this);
    }

    /** What this person can do with chats. */
    public Chats chats() {
        return new Chats(this);
    }
}
