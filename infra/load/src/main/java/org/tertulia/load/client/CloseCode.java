package org.tertulia.load.client;

/** Why a WebSocket ended, as the suite tells it. */
public final class CloseCode {
    /** The client has left. */
    public static final int NORMAL = 1000;

    /** The connection broke without a word. */
    public static final int ABNORMAL = 1006;

    /** The service restarts. */
    public static final int RESTART = 1012;

    /** The token expired or is not valid. */
    public static final int TOKEN = 4001;

    /** The client broke the protocol. */
    public static final int PROTOCOL_ERROR = 4002;

    /** Nothing was heard of the client for too long. */
    public static final int HEARTBEAT = 4003;

    /** The client reads more slowly than it is written to. */
    public static final int SLOW_CONSUMER = 4008;

    /** The session was revoked. */
    public static final int REVOKED = 4010;

    /** The person has too many connections. */
    public static final int TOO_MANY = 4029;

    private CloseCode() {}
}
