package org.tertulia.starter.security;

/**
 * The access token a request came with, to be forwarded when another service is asked in the
 * caller's name. Its text form never shows the token.
 *
 * @param value the compact JWT
 */
public record CallerToken(String value) {

    @Override
    public String toString() {
        return "CallerToken[…]";
    }
}
