package org.tertulia.message.delivery;

import java.time.Clock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.tertulia.message.frames.FrameCodec;

/** What every connection needs. */
@Component
final class DeliveryContext implements DisposableBean {

    final DeliveryReads reads;
    final ClientCommands commands;
    final LiveEntries entries;
    final FrameCodec codec;
    final PersonalCommands personal;
    final DeliveryProperties properties;
    final Clock clock;
    final BatchCompressor batches;
    final OpenConnections connections;

    DeliveryContext(
            DeliveryReads reads,
            ClientCommands commands,
            LiveEntries entries,
            FrameCodec codec,
            PersonalCommands personal,
            DeliveryProperties properties,
            Clock clock) {
        this.reads = reads;
        this.commands = commands;
        this.entries = entries;
        this.codec = codec;
        this.personal = personal;
        this.properties = properties;
        this.clock = clock;
        this.batches = new BatchCompressor(properties);
        this.connections = new OpenConnections(properties);
    }

    @Override
    public void destroy() {
        batches.close();
    }
}
