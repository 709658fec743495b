package org.tertulia.starter.security;

/** Names and values of an access token that issuer and verifiers agree on (RFC 9068). */
public final class AccessTokenClaims {

    /** Value of the {@code typ} header; tokens of any other type are refused (RFC 8725, 3.11). */
    public static final String TYPE = "at+jwt";

    /** The session, a UUID. */
    public static final String SESSION = "sid";

    /** The person's handle. */
    public static final String HANDLE = "preferred_username";

    private AccessTokenClaims() {}
}
