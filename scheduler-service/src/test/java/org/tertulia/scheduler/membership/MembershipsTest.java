package org.tertulia.scheduler.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.contracts.chat.ChatEvent;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.chat.ChatRole;
import org.tertulia.scheduler.membership.Memberships.Acquaintance;
import org.tertulia.scheduler.membership.Memberships.Caller;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Mono;

class MembershipsTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UUID ana = UUID.randomUUID();
    private final UUID bruno = UUID.randomUUID();
    private final UUID carla = UUID.randomUUID();
    private final ChatInATest chat = new ChatInATest(ana);
    private MembershipReplica replica;
    private Memberships memberships;

    @BeforeEach
    void begin() {
        var repository = new MembershipRepository(postgres.databaseClient());
        replica = new MembershipReplica(repository, postgres.transactions());
        memberships = new Memberships(repository);
    }

    @Test
    void whoIsInAChatShouldBePresentUntilTheyGo() {
        apply(chat.created(ChatKind.GROUP, bruno), chat.added(carla), chat.removed(bruno));

        assertThat(isPresent(ana)).isTrue();
        assertThat(isPresent(bruno)).isFalse();
        assertThat(isPresent(carla)).isTrue();
    }

    @Test
    void whoComesBackShouldBePresent() {
        apply(chat.created(ChatKind.GROUP, bruno), chat.removed(bruno), chat.added(bruno));

        assertThat(isPresent(bruno)).isTrue();
    }

    @Test
    void nobodyShouldBeInAChatThatIsGone() {
        apply(chat.created(ChatKind.GROUP, bruno), chat.deleted());

        assertThat(isPresent(ana)).isFalse();
        assertThat(share(ana, bruno)).isFalse();
        assertThat(mayCall(ana)).isFalse();
    }

    @Test
    void anEventThatComesAgainShouldChangeNothing() {
        var created = chat.created(ChatKind.GROUP, bruno);
        var added = chat.added(carla);
        var raised = chat.given(bruno, ChatRole.ADMIN);
        apply(created, added, raised, chat.removed(carla), created, added, raised);

        assertThat(isPresent(carla)).isFalse();
        assertThat(isPresent(bruno)).isTrue();
    }

    @Test
    void twoShouldShareAChatWhileBothAreInOne() {
        var other = new ChatInATest(bruno);
        apply(chat.created(ChatKind.GROUP, bruno));
        apply(other.created(ChatKind.PUBLIC, carla));

        assertThat(share(ana, bruno)).isTrue();
        assertThat(share(bruno, ana)).isTrue();
        assertThat(share(ana, carla)).isFalse();
        var asked = List.of(asked(ana, bruno), asked(ana, carla), asked(bruno, carla));
        assertThat(ask(memberships.acquainted(asked)))
                .containsExactlyInAnyOrder(asked(ana, bruno), asked(bruno, carla));

        apply(chat.removed(bruno));
        assertThat(share(ana, bruno)).isFalse();
    }

    @Test
    void anyMemberMayCallEverybodyWhereNotEverybodyMayCome() {
        apply(chat.created(ChatKind.GROUP, bruno));

        assertThat(mayCall(ana)).isTrue();
        assertThat(mayCall(bruno)).isTrue();
        assertThat(mayCall(carla)).isFalse();
    }

    @Test
    void inAPublicChatOnlyThoseWhoLeadItMayCallEverybody() {
        apply(chat.created(ChatKind.PUBLIC, bruno, carla), chat.given(carla, ChatRole.ADMIN));

        assertThat(ask(memberships.allowed(List.of(caller(ana), caller(bruno), caller(carla)))))
                .containsExactlyInAnyOrder(caller(ana), caller(carla));

        apply(chat.given(carla, ChatRole.MEMBER));
        assertThat(mayCall(carla)).isFalse();
    }

    @Test
    void aChatWhoseBeginningIsNotKnownShouldBeTakenForAPublicOne() {
        chat.created(ChatKind.GROUP);
        apply(chat.added(bruno), chat.added(carla), chat.given(carla, ChatRole.ADMIN));

        assertThat(isPresent(bruno)).isTrue();
        assertThat(mayCall(bruno)).isFalse();
        assertThat(mayCall(carla)).isTrue();
    }

    @Test
    void whatSaysNothingOfMembersShouldBePassedOver() {
        assertThat(MembershipReplica.concerns(chat.created(ChatKind.GROUP))).isTrue();
        assertThat(MembershipReplica.concerns(chat.renamed())).isFalse();
        assertThat(MembershipReplica.concerns(chat.deleted())).isTrue();
    }

    private void apply(ChatEvent... events) {
        for (var event : events) {
            replica.apply(event).block(PATIENCE);
        }
    }

    private boolean isPresent(UUID person) {
        return ask(memberships.isPresent(new ChatId(chat.id()), new UserId(person)));
    }

    private boolean share(UUID one, UUID other) {
        return ask(memberships.shareAChat(new UserId(one), new UserId(other)));
    }

    private boolean mayCall(UUID person) {
        return ask(memberships.mayCallEverybody(new ChatId(chat.id()), new UserId(person)));
    }

    private Caller caller(UUID person) {
        return new Caller(new UserId(person), new ChatId(chat.id()));
    }

    private static Acquaintance asked(UUID one, UUID other) {
        return new Acquaintance(new UserId(one), new UserId(other));
    }

    private static <T> T ask(Mono<T> answer) {
        return answer.block(PATIENCE);
    }
}
