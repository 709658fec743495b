package org.tertulia.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in by a real client, and what the page shows of it. */
class MailCatcherTest {
    private MailCatcher catcher;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        catcher = new MailCatcher(0, 0);
    }

    @AfterEach
    void stop() throws IOException {
        catcher.close();
        http.close();
    }

    private void send(String to, String subject, String text, String html)
            throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", "" + catcher.smtpPort());
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("from@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + catcher.pagePort() + path));
    }

    @Test
    void aMailShouldBeKeptAsItCame() throws Exception {
        send("ana@example.org", "¿Vienes?", "Sí\n.\n..\nAdiós", "<p>Sí</p>");

        var mail = catcher.mailbox().mails().getFirst();
        assertThat(mail.from()).isEqualTo("from@example.org");
        assertThat(mail.to()).containsExactly("ana@example.org");
        assertThat(mail.content().header("subject")).isEqualTo("¿Vienes?");
        assertThat(mail.content().text()).isEqualToNormalizingNewlines("Sí\n.\n..\nAdiós");
        assertThat(mail.content().html()).isEqualTo("<p>Sí</p>");
    }

    @Test
    void thePageShouldListMailsTheNewestFirst() throws Exception {
        send("ana@example.org", "<b>uno</b>", "1", "1");
        send("ana@example.org", "dos", "2", "2");

        var page = get("/").body();
        assertThat(page).contains("&lt;b&gt;uno&lt;/b&gt;").doesNotContain("<b>uno");
        assertThat(page.indexOf("dos")).isLessThan(page.indexOf("uno"));
    }

    @Test
    void aMailShouldBeShownWithItsLinksAndItsHtmlInASandbox() throws Exception {
        var script = "<script>alert(1)</script><a href=\"http://a.test/x?y=1&amp;z=2\">x</a>";
        send("ana@example.org", "x", "See http://a.test/x?y=1&z=2.", script);

        var page = get("/mails/1");
        assertThat(page.body())
                .contains("<a href=\"http://a.test/x?y=1&amp;z=2\" target=\"_blank\"")
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .doesNotContain("<script");
        assertThat(policy(page))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'");
        var html = get("/mails/1/html");
        assertThat(html.body()).contains(script);
        assertThat(policy(html)).startsWith("sandbox allow-popups").doesNotContain("allow-scripts");
        assertThat(get("/mails/1/source").headers().firstValue("Content-Type"))
                .hasValue("text/plain; charset=utf-8");
    }

    private static String policy(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void programsShouldReadMailsAsJson() throws Exception {
        send("ana@example.org", "\"cita\" 🎉", "a\tb https://a.test/b", "<p>c</p>");

        assertThat(get("/mails.json").body())
                .contains("\"subject\":\"\\\"cita\\\" \\ud83c\\udf89\"")
                .contains("\"text\":\"a\\u0009b https://a.test/b\"")
                .contains("\"links\":[\"https://a.test/b\"]");
    }

    @Test
    void mailsShouldBeForgottenWhenAskedByThePageItself() throws Exception {
        send("ana@example.org", "x", "x", "x");

        var other = request("/clear").POST(HttpRequest.BodyPublishers.noBody());
        var refused =
                http.send(
                        other.copy().header("Origin", "http://evil.test").build(),
                        BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(catcher.mailbox().mails()).hasSize(1);
        assertThat(http.send(other.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(303);
        assertThat(catcher.mailbox().mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.test", "127.0.0.1.evil.test:80", ""})
    void aNameThatMerelyLeadsHereShouldBeRefused(String host) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), catcher.pagePort())) {
            var asked = "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host);
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
            assertThat(reader(socket).readLine()).contains(" 403 ");
        }
    }

    @Test
    void whatIsNotThereShouldBeMissing() throws Exception {
        assertThat(get("/mails/7").statusCode()).isEqualTo(404);
        assertThat(get("/mails/7/other").statusCode()).isEqualTo(404);
        assertThat(get("/favicon.ico").statusCode()).isEqualTo(404);
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void oldMailsShouldGo() {
        var mailbox = catcher.mailbox();
        IntStream.rangeClosed(1, Mailbox.MAX_MAILS + 3)
                .forEach(it -> mailbox.add("", List.of("x@y"), new byte[1]));
        assertThat(mailbox.mails()).hasSize(Mailbox.MAX_MAILS);
        assertThat(mailbox.find(3)).isEmpty();
        assertThat(mailbox.find(4)).isPresent();

        var third = (int) (Mailbox.MAX_BYTES / 3);
        IntStream.range(0, 5).forEach(it -> mailbox.add("", List.of("x@y"), new byte[third]));
        assertThat(mailbox.mails()).hasSize(3);
    }

    @Test
    void aRecipientThatAsksToBeRefusedShouldBe() {
        assertThatThrownBy(() -> send("ana@refuse-550.test", "x", "x", "x"))
                .isInstanceOf(SendFailedException.class)
                .rootCause()
                .hasMessageContaining("550");
        assertThat(catcher.mailbox().mails()).isEmpty();
    }

    @Test
    void aMailThatIsTooLargeShouldBeRefused() {
        assertThatThrownBy(
                        () -> send("ana@example.org", "x", "x".repeat(SmtpSession.MAX_MAIL), "x"))
                .hasMessageContaining("552");
        assertThat(catcher.mailbox().mails()).isEmpty();
    }

    @Test
    void commandsOutOfOrderShouldBeRefused() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), catcher.smtpPort())) {
            var in = reader(socket);
            assertThat(in.readLine()).startsWith("220");
            assertThat(say(socket, in, "DATA")).startsWith("503");
            assertThat(say(socket, in, "RCPT TO:<a@b>")).startsWith("503");
            assertThat(say(socket, in, "MAIL FROM:a@b")).startsWith("501");
            assertThat(say(socket, in, "MAIL FROM:<a@b> SIZE=3")).startsWith("250");
            assertThat(say(socket, in, "RCPT TO:<>")).startsWith("501");
            assertThat(say(socket, in, "x".repeat(20_000))).startsWith("502");
            for (var i = 0; i < SmtpSession.MAX_RECIPIENTS; i++) {
                assertThat(say(socket, in, "RCPT TO:<a%d@b>".formatted(i))).startsWith("250");
            }
            assertThat(say(socket, in, "RCPT TO:<z@b>")).startsWith("452");
            assertThat(say(socket, in, "RSET")).startsWith("250");
            assertThat(say(socket, in, "DATA")).startsWith("503");
            assertThat(say(socket, in, "QUIT")).startsWith("221");
        }
    }

    private static String say(Socket socket, BufferedReader in, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return in.readLine();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }
}
