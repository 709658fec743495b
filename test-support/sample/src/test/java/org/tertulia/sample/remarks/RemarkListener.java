package org.tertulia.sample.remarks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.starter.kafka.EventSubscription;

/** Listens to remarks and deletions. */
@Configuration(proxyBeanMethods = false)
class RemarkListener {

    private final Remarks remarks;

    RemarkListener(Remarks remarks) {
        this.remarks = remarks;
    }

    @Bean
    EventSubscription remarkEvents() {
        return EventSubscription.sifted(
                "sample-service.sift-remarks",
                Topics.MESSAGE_EVENTS,
                LogEntry.class,
                RemarkListener::concerns,
                remarks,
                remarks::handle);
    }

    private static boolean concerns(LogEntry entry) {
        return entry instanceof MessageDeleted
                || (entry instanceof MessagePosted posted
                        && posted.text().startsWith(Remarks.REMARK));
    }
}
