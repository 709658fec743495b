package org.tertulia.message.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class MovedReceiptRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final UserId ana = new UserId(UUID.randomUUID());
    private final UserId bruno = new UserId(UUID.randomUUID());
    private MovedReceiptRepository repository;
    private ReceiptRepository receipts;
    private ChatRows chats;
    private UUID chat;

    @BeforeEach
    void begin() {
        repository = new MovedReceiptRepository(postgres.databaseClient());
        receipts = new ReceiptRepository(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
        chat = chats.group(ana.value(), bruno.value());
        IntStream.range(0, 9).forEach(i -> chats.say(chat, ana.value(), "m" + i));
    }

    @Test
    void positionsShouldOnlyGrowUpToTheEndOfTheLog() {
        assertThat(moved(bruno, 4)).containsExactly(member(bruno));
        assertThat(moved(bruno, 4)).isEmpty();
        assertThat(moved(bruno, 2)).isEmpty();
        assertThat(position(bruno)).isEqualTo(new ReceiptPosition(bruno, 0, 4, 0));
        moved(bruno, 1_000);
        assertThat(position(bruno)).isEqualTo(new ReceiptPosition(bruno, 0, 9, 0));
    }

    @Test
    void whoIsNoMemberShouldHaveNoPosition() {
        var stranger = new UserId(UUID.randomUUID());
        assertThat(moved(stranger, 4)).isEmpty();
        assertThat(receipts.positions(new ChatId(chat), nobody(), 10).block(PATIENCE)).hasSize(2);
    }

    @Test
    void nothingShouldMoveInChatsWithoutReceipts() {
        chats.run("UPDATE chats SET receipts = false WHERE chat_id = $1", chat);
        assertThat(moved(bruno, 4)).isEmpty();
        chats.run("UPDATE chats SET receipts = true, kind = 'public' WHERE chat_id = $1", chat);
        assertThat(moved(bruno, 4)).isEmpty();
        assertThat(told(bruno, 32)).isEmpty();
    }

    @Test
    void devicesThatSayItAtOnceShouldLeaveTheGreatest() {
        var other = chats.group(ana.value(), bruno.value());
        chats.say(other, ana.value(), "m");
        Flux.range(1, 60)
                .flatMap(
                        i ->
                                Mono.defer(() -> repository.moveDelivered(both(other, i % 9 + 1)))
                                        .subscribeOn(Schedulers.parallel()),
                        8)
                .blockLast(PATIENCE);
        assertThat(position(bruno).deliveredSeq()).isEqualTo(9);
        assertThat(position(ana).deliveredSeq()).isEqualTo(9);
    }

    /** In an order that differs from one time to the next. */
    private Map<ChatMember, Long> both(UUID other, long seq) {
        return Map.of(
                member(ana),
                seq,
                member(bruno),
                seq,
                new ChatMember(new ChatId(other), ana),
                seq,
                new ChatMember(new ChatId(other), bruno),
                seq);
    }

    @Test
    void itShouldBeToldToTheOthersWhoSendReceiptsInSmallChats() {
        moved(bruno, 4);
        chats.run("UPDATE memberships SET read_seq = 6 WHERE chat_id = $1", chat);
        assertThat(told(bruno, 2))
                .containsExactly(new ToldReceipt(member(bruno), 6, 6, List.of(ana.value())));
        assertThat(told(bruno, 1)).isEmpty();
        receipts.setSends(ana, false).block(PATIENCE);
        assertThat(told(bruno, 2)).containsExactly(new ToldReceipt(member(bruno), 6, 6, List.of()));
        assertThat(told(ana, 2)).isEmpty();
        receipts.setSends(ana, true).block(PATIENCE);
        assertThat(told(ana, 2)).hasSize(1);
    }

    @Test
    void markingAsUnreadShouldTakeNothingBack() {
        chats.run("SELECT * FROM move_marker($1, '" + bruno + "', 7, null, 10)", chat);
        chats.run("SELECT * FROM mark_unread($1, '" + bruno + "', 3, 10)", chat);
        chats.run("SELECT * FROM mark_unread($1, '" + bruno + "', 2, 10)", chat);
        assertThat(position(bruno)).isEqualTo(new ReceiptPosition(bruno, 0, 7, 7));
        chats.run("SELECT * FROM move_marker($1, '" + bruno + "', 8, null, 10)", chat);
        assertThat(position(bruno)).isEqualTo(new ReceiptPosition(bruno, 0, 8, 8));
    }

    private ChatMember member(UserId person) {
        return new ChatMember(new ChatId(chat), person);
    }

    private static UserId nobody() {
        return MemberCursor.of(null).userId();
    }

    private List<ChatMember> moved(UserId person, long seq) {
        return repository.moveDelivered(Map.of(member(person), seq)).block(PATIENCE);
    }

    private List<ToldReceipt> told(UserId person, int maxMembers) {
        return repository.told(List.of(member(person)), maxMembers).block(PATIENCE);
    }

    private ReceiptPosition position(UserId person) {
        return receipts.positions(new ChatId(chat), nobody(), 10).block(PATIENCE).stream()
                .filter(position -> position.userId().equals(person))
                .findFirst()
                .orElseThrow();
    }
}
