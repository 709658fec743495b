package org.tertulia.scheduler.scheduled;

/**
 * Why a message was not posted.
 *
 * @param type of the problem (RFC 9457)
 * @param detail what is wrong, in English
 */
record Refusal(String type, String detail) {}
