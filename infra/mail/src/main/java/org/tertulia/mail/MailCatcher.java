package org.tertulia.mail;

import java.io.IOException;
import java.time.Clock;

/** A running mail catcher; it is up when its constructor returns. */
public final class MailCatcher implements AutoCloseable {
    private final Mailbox mailbox = new Mailbox(Clock.systemUTC());
    private final SmtpListener smtp;
    private final PageListener page;

    /**
     * Listens on two ports of the loopback address.
     *
     * @param smtpPort where mails come in; 0 for any
     * @param pagePort where they are shown; 0 for any
     */
    public MailCatcher(int smtpPort, int pagePort) throws IOException {
        smtp = new SmtpListener(smtpPort, mailbox);
        try {
            page = new PageListener(pagePort, mailbox);
        } catch (IOException e) {
            smtp.close();
            throw e;
        }
    }

    /** Where mails come in. */
    public int smtpPort() {
        return smtp.port();
    }

    /** Where they are shown. */
    public int pagePort() {
        return page.port();
    }

    /** What came. */
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public void close() throws IOException {
        smtp.close();
        page.close();
    }
}
