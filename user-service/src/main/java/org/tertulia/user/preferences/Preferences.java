package org.tertulia.user.preferences;

import org.jspecify.annotations.Nullable;

/**
 * How a person likes things to be, as stored, sent and shown to nobody else.
 *
 * @param language null leaves it to the device
 * @param theme how it looks
 */
record Preferences(@Nullable Language language, Theme theme) {

    /** Of somebody who did not choose. */
    static final Preferences DEFAULT = new Preferences(null, Theme.SYSTEM);
}
