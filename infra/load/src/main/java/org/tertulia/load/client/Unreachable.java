package org.tertulia.load.client;

/** There was no answer: nobody listens, the connection broke, or it took too long. */
public final class Unreachable extends RuntimeException {
    Unreachable(String request, Throwable cause) {
        super(request + ": " + cause, cause);
    }
}
