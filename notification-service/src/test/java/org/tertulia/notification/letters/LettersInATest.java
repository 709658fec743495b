package org.tertulia.notification.letters;

import org.tertulia.notification.config.EmailProperties;

/** Lets tests outside this feature write letters without a service. */
public final class LettersInATest {

    private LettersInATest() {}

    /** Letters of this configuration. */
    public static Letters of(EmailProperties properties) {
        return new Letters(new PublicAddresses(properties), properties);
    }
}
