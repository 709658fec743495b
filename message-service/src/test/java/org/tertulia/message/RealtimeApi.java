package org.tertulia.message;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.tertulia.test.ServiceTest;

/** The running service, with bounds small enough to be met, and people who connect to it. */
@ServiceTest(
        properties = {
            "tertulia.message.delivery.resume-max-entries=20",
            "tertulia.message.delivery.snapshot-messages=5",
            "tertulia.message.delivery.fill-page=7",
            "tertulia.message.delivery.max-connections-per-person=3",
            "tertulia.message.delivery.max-queued=1MB",
            "tertulia.message.delivery.heartbeat-timeout=6s",
            "tertulia.message.delivery.close-timeout=60s",
            "tertulia.message.presence.grace=1s"
        })
abstract class RealtimeApi extends MessageApi {

    @LocalServerPort int port;
}
