package org.tertulia.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection of somebody who brings mails: as much of RFC 5321 as that takes. */
final class SmtpSession {
    static final int MAX_MAIL = 1 << 20;
    static final int MAX_RECIPIENTS = 20;

    /** Longer than the longest that RFC 5321 (4.5.3.1) allows, of a command and of a line of text. */
    private static final int MAX_LINE = 8_192;

    private static final Pattern PATH =
            Pattern.compile("(?i)(?:FROM|TO):\\s*<([^<>]*)>(?:\\s+.*)?");
    private static final Pattern REFUSED = Pattern.compile("(?i).*@refuse-([45]\\d\\d)\\.test");

    private final Mailbox mailbox;
    private final LineReader in;
    private final OutputStream out;
    private @Nullable String from;
    private final List<String> to = new ArrayList<>();

    SmtpSession(Socket socket, Mailbox mailbox) throws IOException {
        this.mailbox = mailbox;
        this.in = new LineReader(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
    }

    /** Serves until the other side says so or goes away. */
    void run() throws IOException {
        answer("220 mail catcher ready");
        var line = in.next(MAX_LINE);
        while (line != null) {
            var command = new String(line, StandardCharsets.UTF_8);
            var space = command.indexOf(' ');
            var verb = (space < 0 ? command : command.substring(0, space)).toUpperCase(Locale.ROOT);
            var rest = space < 0 ? "" : command.substring(space + 1).strip();
            if (verb.equals("QUIT")) {
                answer("221 bye");
                return;
            }
            obey(verb, rest);
            line = in.next(MAX_LINE);
        }
    }

    private void obey(String verb, String rest) throws IOException {
        switch (verb) {
            case "EHLO" -> answer("250-mail catcher\r\n250-SIZE " + MAX_MAIL + "\r\n250 8BITMIME");
            case "HELO" -> answer("250 mail catcher");
            case "MAIL" -> begin(rest);
            case "RCPT" -> addRecipient(rest);
            case "DATA" -> take();
            case "RSET" -> {
                reset();
                answer("250 ok");
            }
            case "NOOP" -> answer("250 ok");
            default -> answer("502 not known here");
        }
    }

    private void begin(String rest) throws IOException {
        var path = PATH.matcher(rest);
        if (!path.matches()) {
            answer("501 MAIL FROM:<address>");
            return;
        }
        reset();
        from = path.group(1);
        answer("250 ok");
    }

    private void addRecipient(String rest) throws IOException {
        var path = PATH.matcher(rest);
        if (from == null) {
            answer("503 MAIL first");
        } else if (!path.matches() || path.group(1).isEmpty()) {
            answer("501 RCPT TO:<address>");
        } else if (to.size() == MAX_RECIPIENTS) {
            answer("452 too many recipients");
        } else {
            var refused = REFUSED.matcher(path.group(1));
            if (refused.matches()) {
                answer(refused.group(1) + " refused, as asked for by the address");
            } else {
                to.add(path.group(1));
                answer("250 ok");
            }
        }
    }

    private void take() throws IOException {
        if (from == null || to.isEmpty()) {
            answer("503 MAIL and RCPT first");
            return;
        }
        answer("354 end with a dot on a line of its own");
        var source = source();
        if (source == null) {
            answer("552 more than " + MAX_MAIL + " bytes");
        } else {
            mailbox.add(from, to, source);
            answer("250 caught");
        }
        reset();
    }

    /** Null when it is too large; it was read to its end all the same. */
    private byte @Nullable [] source() throws IOException {
        var source = new ByteArrayOutputStream();
        var size = 0L;
        var line = in.next(MAX_LINE);
        while (line != null && !isDot(line)) {
            var stuffed = line.length > 0 && line[0] == '.' ? 1 : 0;
            size += line.length - stuffed + 2L;
            if (size <= MAX_MAIL) {
                source.write(line, stuffed, line.length - stuffed);
                source.write('\r');
                source.write('\n');
            }
            line = in.next(MAX_LINE);
        }
        if (line == null) {
            throw new IOException("The connection ended within a mail");
        }
        return size <= MAX_MAIL ? source.toByteArray() : null;
    }

    private static boolean isDot(byte[] line) {
        return line.length == 1 && line[0] == '.';
    }

    private void reset() {
        from = null;
        to.clear();
    }

    private void answer(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
