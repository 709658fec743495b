package org.tertulia.gateway.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.tertulia.gateway.testing.GatewayTest;

/** How long a socket may hang, with a patience of a second. */
@GatewayTest({
    "tertulia.gateway.upstream.register-age=0",
    "tertulia.gateway.ratelimit.scale=1000",
    "tertulia.gateway.realtime.stall=400ms",
    "tertulia.gateway.realtime.idle=1s"
})
class BoundsIT extends RawApi {

    private static final int MUCH = 64 << 20;

    @Test
    void aSocketOnWhichNothingPassesShouldBeCut() throws Exception {
        open();

        assertThat(service.readAll()).isEmpty();
        assertThat(client.readAll()).isEmpty();
    }

    @Test
    void aClientThatTalksAndTakesNothingShouldBeCut() throws Exception {
        open();
        var broken = new CompletableFuture<Boolean>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                service.write(bytes(MUCH));
                                broken.complete(false);
                            } catch (IOException e) {
                                broken.complete(true);
                            }
                        });

        talkUntilCut();
        assertThat(broken.get()).isTrue();
    }

    private void talkUntilCut() {
        try {
            while (true) {
                client.write(bytes(10));
                service.read(10);
            }
        } catch (IOException cut) {
            assertThat(cut).isNotInstanceOf(SocketTimeoutException.class);
        }
    }
}
