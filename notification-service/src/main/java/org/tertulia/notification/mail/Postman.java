package org.tertulia.notification.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.EmailProperties;
import org.tertulia.notification.letters.Letter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hands mails over to the mail server. Jakarta Mail waits for it, so each mail that is on its way has a thread; there are
 * as many as {@code senders}, and nobody but this uses them. How long one may wait is bounded by the timeouts of {@code
 * spring.mail.properties}.
 */
@Component
final class Postman implements SmartLifecycle {

    private static final String CHARSET = "UTF-8";
    private static final int PERMANENT = 500;

    private final JavaMailSender server;
    private final EmailProperties properties;
    private final boolean configured;
    private final Clock clock;
    private @Nullable Scheduler threads;

    Postman(
            JavaMailSender server,
            EmailProperties properties,
            @Value("${spring.mail.host:}") String host,
            Clock clock) {
        this.server = server;
        this.properties = properties;
        this.configured = !host.isBlank();
        this.clock = clock;
    }

    /** Whether it is known where mails go. */
    boolean isConfigured() {
        return configured;
    }

    /** The Message-ID of a mail. */
    String messageId(UUID mail) {
        var from = properties.from();
        var domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
        return "<%s@%s>".formatted(mail, domain);
    }

    /**
     * Completes when the server has taken it. Fails with {@link MailRefused} when it never will, and with anything else when
     * that is not known.
     */
    Mono<Void> send(Mail mail, Letter letter) {
        return Mono.<Void>fromRunnable(() -> handOver(mail, letter))
                .subscribeOn(Objects.requireNonNull(threads, "not started"))
                .onErrorMap(Postman::isPermanent, MailRefused::new);
    }

    private void handOver(Mail mail, Letter letter) {
        try {
            server.send(message(mail, letter));
        } catch (MessagingException e) {
            throw new MailRefused(e);
        }
    }

    private MimeMessage message(Mail mail, Letter letter) throws MessagingException {
        var message = server.createMimeMessage();
        message.setFrom(new InternetAddress(properties.from(), true));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.address(), true));
        message.setSubject(letter.subject(), CHARSET);
        message.setSentDate(Date.from(clock.instant()));
        message.setContent(
                new MimeMultipart(
                        "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("Content-Language", letter.language().text());
        // Nobody's holiday notice is to answer (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<%s>".formatted(letter.unsubscribe()));
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, CHARSET, subtype);
        return part;
    }

    private static boolean isPermanent(Throwable error) {
        if (error instanceof MailSendException failed) {
            return failed.getFailedMessages().values().stream().anyMatch(Postman::isPermanent)
                    || isPermanentCause(failed);
        }
        return isPermanentCause(error);
    }

    private static boolean isPermanentCause(Throwable error) {
        Throwable next = error;
        while (next != null) {
            if (code(next) >= PERMANENT) {
                return true;
            }
            next = next instanceof MessagingException e ? e.getNextException() : next.getCause();
        }
        return false;
    }

    private static int code(Throwable error) {
        return switch (error) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> 0;
        };
    }

    @Override
    public synchronized void start() {
        var senders = properties.queue().senders();
        threads = Schedulers.newBoundedElastic(senders, senders, "mail");
    }

    @Override
    public synchronized void stop() {
        if (threads != null) {
            threads.dispose();
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }

    /** Before what sends by it, and after that is stopped. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
