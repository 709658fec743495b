package org.tertulia.notification.push.subscriptions;

/**
 * What browsers subscribe with.
 *
 * @param publicKey the {@code applicationServerKey}: base64url of an uncompressed point of P-256
 */
record PushKeyView(String publicKey) {}
