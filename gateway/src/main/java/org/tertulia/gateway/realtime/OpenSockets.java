package org.tertulia.gateway.realtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.netty.channel.Channel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The sockets that are passed through at the moment. They end when the gateway stops. */
@Component
final class OpenSockets implements SmartLifecycle {

    private final Set<SocketRelay> open = ConcurrentHashMap.newKeySet();
    private final RealtimeProperties properties;
    private volatile boolean running;

    OpenSockets(RealtimeProperties properties, MeterRegistry meters) {
        this.properties = properties;
        meters.gaugeCollectionSize("gateway.realtime.open", Tags.empty(), open);
    }

    /** Joins a client, on its event loop, with the instance that accepted it. */
    void join(Channel client, ServiceHandshake accepted) {
        var service = accepted.channel();
        if (!client.isActive() || !service.isActive()) {
            var _ = client.close();
            accepted.close();
            return;
        }
        var relay = new SocketRelay(client, service, properties, open::remove);
        open.add(relay);
        relay.start(accepted);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Comes before the server's own shutdown, so the clients may look for another gateway at once. */
    @Override
    public void stop() {
        running = false;
        open.forEach(SocketRelay::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
