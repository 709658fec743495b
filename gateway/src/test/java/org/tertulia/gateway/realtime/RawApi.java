package org.tertulia.gateway.realtime;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.RawSocket;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.test.TestTokens;

/** The gateway between a client and a service of which the test holds the bare connections. */
@GatewayTest
abstract class RawApi {

    private static final UUID ANA = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");

    @LocalServerPort int port;
    @Autowired TestRegister register;

    private ServerSocket server;
    RawSocket client;
    RawSocket service;

    /** What the client asked of the service, and what it was answered. */
    String asked;

    String answered;

    @BeforeEach
    void listen() throws IOException {
        server = RawSocket.server();
        register.clear();
        register.list("message-service", server.getLocalPort());
    }

    @AfterEach
    void hangUp() throws Exception {
        for (var end : new AutoCloseable[] {client, service, server}) {
            if (end != null) {
                end.close();
            }
        }
    }

    /** Asks the gateway for a socket. */
    void offer(String... headers) throws IOException {
        var all = new String[headers.length + 1];
        all[0] = "Sec-WebSocket-Protocol: tertulia.v1, " + TestTokens.bearerSubprotocol(ANA);
        System.arraycopy(headers, 0, all, 1, headers.length);
        client = RawSocket.asking(port, all);
    }

    /** The same, until the service has read that; it has not answered. */
    void ask(String... headers) throws IOException {
        offer(headers);
        service = RawSocket.acceptedBy(server);
        asked = service.readHead();
    }

    /** Opens a socket; what the service says with the 101 is for the client to read. */
    void open(byte[]... withTheAnswer) throws IOException {
        ask();
        var all = new byte[withTheAnswer.length + 1][];
        all[0] = RawSocket.upgrade("Sec-WebSocket-Protocol: tertulia.v1");
        System.arraycopy(withTheAnswer, 0, all, 1, withTheAnswer.length);
        service.write(all);
        answered = client.readHead();
    }

    /** So many bytes that are no frame of any kind. */
    static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
