package org.tertulia.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tertulia.contracts.TertuliaEvent;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.chat.ChatCreated;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.contracts.chat.InitialMember;
import org.tertulia.contracts.chat.MemberAdded;
import org.tertulia.scheduler.reminders.FiredInATest;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.test.FixedIds;
import org.tertulia.test.IdempotentListenerContract;
import org.tertulia.test.OpenApiContract;
import org.tertulia.test.OutboxContract;
import org.tertulia.test.ProblemContract;
import org.tertulia.test.SecurityContract;
import reactor.core.publisher.Mono;

/** What the scheduler service owes everybody, as every service does. */
class SchedulerServiceIT extends SchedulerApi
        implements SecurityContract,
                ProblemContract,
                OutboxContract,
                IdempotentListenerContract,
                OpenApiContract {

    private static final String ONE = PATH + "/00000000-0000-7000-8000-000000000404";
    private static final String SCHEDULED = "/api/v1/scheduled-messages";
    private static final String SCHEDULED_ONE = SCHEDULED + "/00000000-0000-7000-8000-000000000404";
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @Autowired FiredInATest fired;
    @Autowired List<EventSubscription> subscriptions;

    @Override
    public List<String> securedRequests() {
        return List.of(
                "POST " + PATH,
                "GET " + PATH,
                "POST " + PATH + "/readings",
                "POST " + PATH + "/feed",
                "GET " + PATH + "/feed",
                "DELETE " + PATH + "/feed",
                "GET " + ONE,
                "PATCH " + ONE,
                "POST " + ONE + "/snooze",
                "POST " + ONE + "/skip",
                "POST " + ONE + "/complete",
                "DELETE " + ONE,
                "POST " + SCHEDULED,
                "GET " + SCHEDULED,
                "GET " + SCHEDULED_ONE,
                "PATCH " + SCHEDULED_ONE,
                "POST " + SCHEDULED_ONE + "/send",
                "DELETE " + SCHEDULED_ONE);
    }

    @Override
    public String pathOfAPost() {
        return PATH;
    }

    @Override
    public String outboxTopic() {
        return Topics.REMINDER_EVENTS;
    }

    /** Somebody completes a reminder that has fired. */
    @Override
    public Mono<UUID> change() {
        return fired.completed(UUID.randomUUID(), now());
    }

    @Override
    public String listenedTopic() {
        return Topics.CHAT_EVENTS;
    }

    /** Somebody opens a group, and adds one after the other. */
    @Override
    public TertuliaEvent event(UUID aggregate, int n) {
        var owner = FixedIds.id(1);
        var members = List.of(new InitialMember(owner, ChatRole.OWNER));
        return n == 1
                ? new ChatCreated(aggregate, 1, ChatKind.GROUP, "T", "", owner, members, true, NOON)
                : new MemberAdded(aggregate, n, FixedIds.id(n), ChatRole.MEMBER, owner, NOON);
    }

    @Override
    public @Nullable Object state(UUID aggregate) {
        return database.sql(
                        """
                        select c.version || string_agg(' ' || m.role, '' order by m.user_id) as state
                        from chats c join memberships m using (chat_id) where c.chat_id = $1 group by c.chat_id
                        """)
                .bind(0, aggregate)
                .map(row -> row.get("state", String.class))
                .one()
                .block(LIMIT);
    }

    @Test
    void theConsumerGroupsArePinned() {
        assertThat(subscriptions)
                .map(it -> ((EventSubscription.Ordered<?>) it).group())
                .containsExactlyInAnyOrder(
                        "scheduler-service.membership", "scheduler-service.posting");
    }
}
