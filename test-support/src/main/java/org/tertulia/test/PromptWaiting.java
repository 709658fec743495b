package org.tertulia.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets Awaitility look at once and then often. By default it looks for the first time after 100 ms, though most of what
 * tests wait for takes less, and every test waits for something.
 */
public final class PromptWaiting implements LauncherSessionListener {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
    }
}
