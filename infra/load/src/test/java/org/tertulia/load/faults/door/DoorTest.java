package org.tertulia.load.faults.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
    private static final int LIMIT_MILLIS = 5_000;
    private static final int SHORT_MILLIS = 200;

    private ServerSocket server;
    private Door door;
    private Socket client;
    private Socket served;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        door = Door.open(0, server.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), door.port());
        client.setSoTimeout(LIMIT_MILLIS);
        served = server.accept();
        served.setSoTimeout(LIMIT_MILLIS);
        await().until(() -> door.connections() == 1);
    }

    @AfterEach
    void end() throws IOException {
        door.close();
        client.close();
        served.close();
        server.close();
    }

    @Test
    void bytesShouldPassBothWays() throws IOException {
        client.getOutputStream().write('a');
        assertThat(served.getInputStream().read()).isEqualTo('a');

        served.getOutputStream().write('b');
        assertThat(client.getInputStream().read()).isEqualTo('b');
    }

    @Test
    void anEndShouldBePassedOnWhileTheOtherWayStaysOpen() throws IOException {
        client.shutdownOutput();
        assertThat(served.getInputStream().read()).isEqualTo(-1);

        served.getOutputStream().write('b');
        assertThat(client.getInputStream().read()).isEqualTo('b');
    }

    @Test
    void aResetShouldBreakConnectionsAndWelcomeNewOnes() throws IOException {
        door.begin(CutKind.RESET).close();

        assertBroken(client);
        assertBroken(served);
        try (var again = new Socket(InetAddress.getLoopbackAddress(), door.port());
                var servedAgain = server.accept()) {
            again.getOutputStream().write('a');
            assertThat(servedAgain.getInputStream().read()).isEqualTo('a');
        }
    }

    @Test
    void silenceShouldHoldEverythingAndThenLetItPass() throws IOException {
        try (var unused = door.begin(CutKind.SILENCE)) {
            client.getOutputStream().write('a');
            served.setSoTimeout(SHORT_MILLIS);

            assertThatThrownBy(() -> served.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
        }
        served.setSoTimeout(LIMIT_MILLIS);
        assertThat(served.getInputStream().read()).isEqualTo('a');
    }

    @Test
    void lostAnswersShouldReachTheServerAndNotTheClient() throws IOException {
        try (var unused = door.begin(CutKind.LOST_ANSWERS)) {
            client.getOutputStream().write('a');
            assertThat(served.getInputStream().read()).isEqualTo('a');
            served.getOutputStream().write('b');
        }

        assertBroken(client);
    }

    @Test
    void refusingShouldBreakNewConnectionsAsWell() throws IOException {
        try (var unused = door.begin(CutKind.REFUSE);
                var again = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            again.setSoTimeout(LIMIT_MILLIS);

            assertBroken(client);
            assertBroken(again);
        }
    }

    @Test
    void nobodyBeyondShouldBeABrokenConnection() throws IOException {
        server.close();
        try (var again = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            again.setSoTimeout(LIMIT_MILLIS);
            assertBroken(again);
        }
    }

    private static void assertBroken(Socket socket) {
        assertThatThrownBy(() -> socket.getInputStream().read())
                .isInstanceOf(SocketException.class);
    }
}
