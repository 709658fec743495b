package org.tertulia.message;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tertulia.test.ServiceTest;

/** The running service and a second instance, with bounds small enough to be met and little patience. */
@ServiceTest(
        properties = {
            "tertulia.message.presence.grace=1s",
            "tertulia.message.typing.max-chat-members=3",
            "tertulia.message.receipts.tell-every=50ms",
            "tertulia.message.receipts.write-every=50ms",
            "tertulia.message.receipts.max-chat-members=3"
        })
abstract class TwoInstancesApi extends MessageApi {

    @RegisterExtension static final SecondInstanceExtension second = new SecondInstanceExtension();

    @LocalServerPort int port;
}
