package org.tertulia.chat.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.chat.rules.ChatNotFound;
import org.tertulia.chat.rules.ChatRole;
import org.tertulia.chat.rules.NotAllowedInChat;
import org.tertulia.contracts.chat.ChatEvent;
import org.tertulia.starter.security.Actor;
import org.tertulia.test.PostgresExtension;
import org.tertulia.test.RecordingOutbox;
import reactor.core.publisher.Mono;

/** The ledger and its two tables on a real database. */
class ChatLedgerTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Actor ana = Chats.person();
    private final Actor ben = Chats.person();
    private final Actor eva = Chats.person();
    private final RecordingOutbox outbox = new RecordingOutbox();
    private ChatLedger ledger;
    private ChatReading reading = reading();

    @BeforeEach
    void connect() {
        ledger = ledger();
        reading = reading();
    }

    private ChatLedger ledger() {
        var database = postgres.databaseClient();
        return new ChatLedger(
                new ChatRepository(database),
                new MemberRepository(database),
                new EmojiRepository(database),
                outbox);
    }

    private ChatReading reading() {
        var database = postgres.databaseClient();
        return new ChatReading(new ChatRepository(database), new MemberRepository(database));
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE), "an empty result");
    }

    private static <T> @Nullable T maybe(Mono<T> mono) {
        return mono.block(PATIENCE);
    }

    @Test
    void whatIsOpenedIsSeenByEachWithTheirRole() {
        var opened = Chats.group("Tapas", ana, ben);
        assertThat(get(ledger.open(opened))).isEqualTo(opened.chat());

        var seen = get(reading.require(ben, opened.chat().id(), ChatAction.SEE));
        assertThat(seen).isEqualTo(new SeenChat(opened.chat(), ChatRole.MEMBER));
        assertThatThrownBy(() -> get(reading.require(eva, opened.chat().id(), ChatAction.SEE)))
                .isInstanceOf(ChatNotFound.class);
    }

    @Test
    void aPairHasOnePrivateChatFromEitherSide() {
        var first = Chats.privateChat(ana, ben);
        get(ledger.open(first));
        assertThat(maybe(ledger.open(Chats.privateChat(ben, ana)))).isNull();
        assertThat(get(ledger.privateChat(ben.userId(), ana.userId())).chat())
                .isEqualTo(first.chat());
        assertThat(outbox.events(ChatEvent.class)).hasSize(1);
    }

    @Test
    void aPrivateChatOfTheSamePairMayBeginAgainAfterItWasDeleted() {
        var first = Chats.privateChat(ana, ben);
        get(ledger.open(first));
        get(ledger.write(new ChatChange.Closed(first.chat().next(), ana.userId(), Chats.NOON)));
        var second = Chats.privateChat(ben, ana);
        assertThat(get(ledger.open(second))).isEqualTo(second.chat());
    }

    @Test
    void changesAreStoredWithTheirVersionAndAnnouncedInOrder() {
        var chat = get(ledger.open(Chats.group("Tapas", ana, ben)));
        var by = ana.userId();
        chat =
                get(
                        ledger.write(
                                new ChatChange.Edited(
                                        chat.edited("Pinchos", "at nine", false), by, Chats.NOON)));
        var member = new ChatMember(eva.userId(), ChatRole.MEMBER, Chats.NOON);
        chat =
                get(
                        ledger.write(
                                new ChatChange.MemberAdded(
                                        chat.changedBy(1), member, by, Chats.NOON)));
        chat =
                get(
                        ledger.write(
                                new ChatChange.RoleChanged(
                                        chat.next(),
                                        eva.userId(),
                                        ChatRole.ADMIN,
                                        by,
                                        Chats.NOON)));
        chat =
                get(
                        ledger.write(
                                new ChatChange.MemberRemoved(
                                        chat.changedBy(-1), ben.userId(), by, Chats.NOON)));

        var seen = get(reading.require(eva, chat.id(), ChatAction.SEE));
        assertThat(seen).isEqualTo(new SeenChat(chat, ChatRole.ADMIN));
        assertThat(chat.version()).isEqualTo(5);
        assertThat(chat.memberCount()).isEqualTo(2);
        assertThat(outbox.events(ChatEvent.class))
                .extracting(ChatEvent::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void theHeirIsTheOldestAdministratorThenTheOldestMember() {
        var chat = get(ledger.open(Chats.group("Tapas", ana, ben, eva)));
        assertThat(get(ledger.heir(chat.id())).userId()).isEqualTo(ben.userId());
        get(
                ledger.write(
                        new ChatChange.RoleChanged(
                                chat.next(),
                                eva.userId(),
                                ChatRole.ADMIN,
                                ana.userId(),
                                Chats.NOON)));
        assertThat(get(ledger.heir(chat.id())).userId()).isEqualTo(eva.userId());
        assertThat(get(ledger.hasOtherOwner(chat.id(), ana.userId()))).isFalse();
        assertThat(get(ledger.hasOtherOwner(chat.id(), ben.userId()))).isTrue();
    }

    @Test
    void lockFailsByTheRulesAndForChatsThereAreNot() {
        var chat = get(ledger.open(Chats.publicChat(ana, "Plaza")));
        assertThatThrownBy(() -> get(ledger.lock(ben, chat.id(), ChatAction.EDIT)))
                .isInstanceOf(NotAllowedInChat.class);
        assertThatThrownBy(
                        () ->
                                get(
                                        ledger.lock(
                                                ben,
                                                Chats.publicChat(ben, "Plaza").chat().id(),
                                                ChatAction.SEE)))
                .isInstanceOf(ChatNotFound.class);
    }

    @Test
    void aDeletedChatLeavesNothingBehind() {
        var chat = get(ledger.open(Chats.group("Secret", ana, ben)));
        rememberAnswer(chat);
        get(ledger.write(new ChatChange.Closed(chat.next(), ana.userId(), Chats.NOON)));

        assertThat(maybe(ledger.member(chat.id(), ana.userId()))).isNull();
        assertThat(count("chats where id = :chat", chat)).isZero();
        assertThat(count("members where chat_id = :chat", chat)).isZero();
        var readable = "idempotency_keys where chat_id = :chat and response is not null";
        assertThat(count(readable, chat)).isZero();
    }

    private void rememberAnswer(Chat chat) {
        postgres.databaseClient()
                .sql(
                        """
                        insert into idempotency_keys values
                            (:user, 'k', 'f', :chat, true, '{"title":"Secret"}', now())
                        """)
                .bind("user", ana.userId().value())
                .bind("chat", chat.id().value())
                .then()
                .block(PATIENCE);
    }

    private long count(String condition, Chat chat) {
        return get(
                postgres.databaseClient()
                        .sql("select count(*) as n from " + condition)
                        .bind("chat", chat.id().value())
                        .map(row -> row.get("n", Long.class))
                        .one());
    }

    @Test
    void viewsComeInTheOrderAskedForWithoutThoseThatAreGone() {
        var one = get(ledger.open(Chats.group("One", ana, ben))).id();
        var two = get(ledger.open(Chats.publicChat(ana, "Two"))).id();
        var gone = Chats.publicChat(ana, "Three").chat().id();

        var views = get(reading.views(ana, List.of(two, gone, one)));
        assertThat(views).extracting(ChatView::title).containsExactly("Two", "One");
        assertThat(views.getFirst().members()).isNull();
        assertThat(views.getLast().members())
                .containsExactly(
                        new ChatView.Member(ana.userId(), ChatRole.OWNER),
                        new ChatView.Member(ben.userId(), ChatRole.MEMBER));
    }

    @Test
    void aLargeGroupIsShownWithoutItsMembers() {
        var others = new Actor[ChatReading.MEMBERS_SHOWN];
        for (int i = 0; i < others.length; i++) {
            others[i] = Chats.person();
        }
        var large = get(ledger.open(Chats.group("Large", ana, others)));
        var view = get(reading.view(ana, large.id()));
        assertThat(view.members()).isNull();
        assertThat(view.memberCount()).isEqualTo(ChatReading.MEMBERS_SHOWN + 1);
    }
}
