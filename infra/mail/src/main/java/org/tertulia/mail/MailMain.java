package org.tertulia.mail;

import java.io.IOException;

/** The main class of a catcher's JVM: the SMTP port and the page's port are its arguments. */
public final class MailMain {
    private MailMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var catcher =
                new MailCatcher(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.printf(
                    "mails come in on port %d and are shown on http://127.0.0.1:%d%n",
                    catcher.smtpPort(), catcher.pagePort());
            Thread.currentThread().join();
        }
    }
}
