package org.tertulia.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tertulia.local.TemporarySuite.MAIL;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tertulia.local.TemporarySuite;

/** The mail catcher as a part of the suite. */
class MailPartIT {
    @TempDir private Path folder;

    @Test
    void aMailShouldBeCaughtAndShown() throws Exception {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary);
                var http = HttpClient.newHttpClient()) {
            assertThat(running.status().ready()).isTrue();
            send(temporary.smtpPort());

            var shown =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:%d/mails.json"
                                                            .formatted(temporary.mailPort())))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.body()).contains("ana@example.org", "Una grulla");
        }
    }

    @Test
    void theTableShouldShowItAtThePortOfItsPage() {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary)) {
            assertThat(StatusTable.lines(running.status()))
                    .anyMatch(it -> it.matches("mail +ready +" + temporary.mailPort() + " .*"));
        }
    }

    @Test
    void itShouldBeReachedFromThisMachineOnly() throws Exception {
        var temporary = new TemporarySuite(folder);
        try (var running = start(temporary)) {
            assertThat(running.status().ready()).isTrue();
            var others =
                    NetworkInterface.networkInterfaces()
                            .flatMap(NetworkInterface::inetAddresses)
                            .filter(it -> !it.isLoopbackAddress())
                            .toList();

            assertThat(others).noneMatch(it -> accepts(it, temporary.mailPort()));
            assertThat(others).noneMatch(it -> accepts(it, temporary.smtpPort()));
        }
    }

    private static RunningSuite start(TemporarySuite temporary) {
        var running = RunningSuite.start(temporary.of(MAIL), TemporarySuite.silent());
        running.awaitReady();
        return running;
    }

    private static void send(int port) throws IOException {
        var mail = "Subject: Una grulla\r\nTo: ana@example.org\r\n\r\nHola\r\n.\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(in.readLine()).startsWith("220");
            for (var line :
                    new String[] {
                        "HELO here", "MAIL FROM:<>", "RCPT TO:<ana@example.org>", "DATA"
                    }) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(in.readLine()).matches("[23]\\d\\d .*");
            }
            socket.getOutputStream().write(mail.getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).startsWith("250");
        }
    }

    private static boolean accepts(InetAddress address, int port) {
        try (var ignored = new Socket(address, port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
