package org.tertulia.notification.config;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Digests by e-mail. Where they are handed over is Spring's {@code spring.mail}.
 *
 * @param from who they are from
 * @param publicUrl where people find the suite, without a slash at the end; links begin with it
 * @param minUnread how long something must have been unread before a digest tells of it
 * @param shown notifications a digest shows, the newest ones; of the others it says how many there are
 * @param links how long links in mails are good
 * @param queue how mails wait and are sent
 */
@ConfigurationProperties("tertulia.notification.email")
public record EmailProperties(
        @DefaultValue("Tertulia <no-reply@localhost>") String from,
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("15m") Duration minUnread,
        @DefaultValue("30") int shown,
        @DefaultValue Links links,
        @DefaultValue Queue queue) {

    /** Refuses what could not be sent, or what nobody could open. */
    public EmailProperties {
        require(from.contains("@"), "from must be an e-mail address");
        require(publicUrl.isAbsolute(), "public-url must be absolute");
        require(!publicUrl.toString().endsWith("/"), "public-url must not end with a slash");
        require(!minUnread.isNegative(), "min-unread must not be negative");
        require(shown > 0, "shown must be positive");
    }

    /**
     * How long links in mails are good.
     *
     * @param confirm to confirm an address
     * @param unsubscribe to end the digests
     */
    public record Links(
            @DefaultValue("24h") Duration confirm, @DefaultValue("180d") Duration unsubscribe) {

        /** Refuses links that would be over at once. */
        public Links {
            require(confirm.isPositive(), "links.confirm must be positive");
            require(unsubscribe.isPositive(), "links.unsubscribe must be positive");
        }
    }

    /**
     * How mails wait and are sent.
     *
     * @param poll how often an instance looks for digests to make and mails to send
     * @param batch people whose digests are made in one transaction
     * @param maxWaiting mails that wait at most; beyond it no digests are made, and no confirmations are taken
     * @param senders mails that an instance sends at once, each on a thread of its own
     * @param lease how long an attempt may take before it counts as broken off; above what the SMTP timeouts add up to
     * @param attempts how often a mail is tried before it is a dead letter
     * @param minDelay how long after the first failure it is tried again; each time twice as long
     * @param maxDelay how long at most
     * @param keptFor how long it is kept that a mail was sent, dropped or given up
     */
    public record Queue(
            @DefaultValue("1s") Duration poll,
            @DefaultValue("50") int batch,
            @DefaultValue("10000") int maxWaiting,
            @DefaultValue("4") int senders,
            @DefaultValue("5m") Duration lease,
            @DefaultValue("10") int attempts,
            @DefaultValue("30s") Duration minDelay,
            @DefaultValue("1h") Duration maxDelay,
            @DefaultValue("30d") Duration keptFor) {

        private static final int MAX_SENDERS = 64;

        /** Refuses what would never rest, never send, or send everything twice. */
        public Queue {
            require(poll.isPositive(), "queue.poll must be positive");
            require(batch > 0, "queue.batch must be positive");
            require(maxWaiting > 0, "queue.max-waiting must be positive");
            require(
                    senders > 0 && senders <= MAX_SENDERS,
                    "queue.senders must be from 1 to " + MAX_SENDERS);
            require(lease.isPositive(), "queue.lease must be positive");
            require(attempts > 0, "queue.attempts must be positive");
            require(minDelay.isPositive(), "queue.min-delay must be positive");
            require(
                    maxDelay.compareTo(minDelay) >= 0,
                    "queue.max-delay must not be below queue.min-delay");
            require(keptFor.isPositive(), "queue.kept-for must be positive");
        }
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalArgumentException("tertulia.notification.email." + rule);
        }
    }
}
