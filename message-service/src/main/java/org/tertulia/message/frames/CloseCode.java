package org.tertulia.message.frames;

/** Why the server closes a connection. */
public enum CloseCode {
    /** The instance stops, or can not serve the connection for now; resume elsewhere. */
    RESTART(1012, "service restart"),
    /** Nobody renewed the access token in time; get a new one, then resume. */
    TOKEN_EXPIRED(4001, "token expired"),
    /** The client does not speak the protocol; not resumable as it is. */
    PROTOCOL_ERROR(4002, "protocol error"),
    /** Nothing came from the client for too long; resumable. */
    HEARTBEAT_TIMEOUT(4003, "heartbeat timeout"),
    /** The client reads too slowly; resumable. */
    SLOW_CONSUMER(4008, "slow consumer"),
    /** The session was revoked; log in again. */
    SESSION_REVOKED(4010, "session revoked"),
    /** The person has too many connections; not resumable at once. */
    TOO_MANY_CONNECTIONS(4029, "too many connections");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The number on the wire (RFC 6455, section 7.4). */
    public int code() {
        return code;
    }

    /** The text on the wire, in English, for developers. */
    public String reason() {
        return reason;
    }
}
