package org.tertulia.message.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.message.ChatRows;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;
import reactor.core.publisher.Flux;

class DraftRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.123456Z");
    private static final int MAX = 3;

    private final UserId ana = new UserId(UUID.randomUUID());
    private DraftRepository repository;
    private ChatRows chats;
    private ChatId chat;

    @BeforeEach
    void begin() {
        repository = new DraftRepository(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
        chat = new ChatId(chats.group(ana.value()));
    }

    @Test
    void aDraftShouldBeFoundAsItWasTyped() {
        var written = put(new WriteDraft(chat, 7L, " hola\n", 3L, 0L));

        assertThat(written.changed()).isTrue();
        assertThat(written.differs()).isFalse();
        assertThat(repository.find(ana, chat, 7L).block(PATIENCE)).isEqualTo(written.draft());
        assertThat(written.draft().text()).isEqualTo(" hola\n");
        assertThat(written.draft().replyTo()).isEqualTo(3);
        assertThat(written.draft().updatedAt()).isEqualTo(AT);
        assertThat(repository.find(ana, chat, null).block(PATIENCE)).isNull();
    }

    @Test
    void versionsShouldGrowAlsoOverADeletion() {
        var first = write("hola", 0L).draft();
        var second = write("hola, ¿qué", first.version()).draft();
        var deleted = write("", second.version());
        var third = write("otra", 0L).draft();

        assertThat(deleted.changed()).isTrue();
        assertThat(deleted.draft().text()).isEmpty();
        assertThat(List.of(first, second, deleted.draft(), third).stream().map(Draft::version))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(third.replaced()).isNull();
    }

    @Test
    void aRepeatShouldChangeNothing() {
        var first = write("hola", 0L);
        var again = write("hola", 0L);

        assertThat(again.changed()).isFalse();
        assertThat(again.draft()).isEqualTo(first.draft());
    }

    @Test
    void whatIsWrittenOverUnseenShouldBeToldUntilSomebodyKnows() {
        var first = write("hola", 0L).draft();
        var phone = write("hola desde el tren", first.version()).draft();
        var desk = write("buenos días", first.version());

        assertThat(desk.changed()).isTrue();
        assertThat(desk.differs()).isTrue();
        assertThat(desk.draft().text()).isEqualTo("buenos días");
        assertThat(desk.draft().replaced())
                .isEqualTo(new ReplacedDraft("hola desde el tren", null, phone.version(), AT));
        assertThat(repository.find(ana, chat, null).block(PATIENCE)).isEqualTo(desk.draft());
        assertThat(write("buenos días", first.version()).draft()).isEqualTo(desk.draft());
        assertThat(write("buenos días a", desk.draft().version()).draft().replaced()).isNull();
    }

    @Test
    void aTextThatIsContainedInTheNewOneShouldNotCountAsReplaced() {
        var first = write("hola", 0L).draft();
        var phone = write("hola, Bruno", first.version()).draft();
        var ahead = write("buenas", first.version()).draft();
        var further = write("buenas tardes", first.version());

        assertThat(ahead.replaced().text()).isEqualTo(phone.text());
        assertThat(further.draft().replaced()).isEqualTo(ahead.replaced());
    }

    @Test
    void aDraftThatTheWriterDoesNotKnowShouldNotBeDeleted() {
        var first = write("hola", 0L).draft();
        var phone = write("hola desde el tren", first.version()).draft();
        var kept = write("", first.version());

        assertThat(kept.changed()).isFalse();
        assertThat(kept.differs()).isTrue();
        assertThat(kept.draft()).isEqualTo(phone);
        assertThat(write("", phone.version()).changed()).isTrue();
        assertThat(write("", phone.version()).changed()).isFalse();
    }

    @Test
    void withoutABaseWhateverIsThereShouldBeWrittenOver() {
        write("hola", 0L);

        assertThat(write("adiós", null).draft().replaced()).isNull();
        assertThat(write("", null).changed()).isTrue();
    }

    @Test
    void writersAtOnceShouldHaveVersionsInTheirOrder() {
        var written =
                Flux.range(0, 20)
                        .flatMap(
                                i ->
                                        repository.put(
                                                ana,
                                                new WriteDraft(chat, null, "t" + i, null, null),
                                                AT,
                                                MAX),
                                8)
                        .map(outcome -> outcome.draft().version())
                        .collectList()
                        .block(PATIENCE);

        assertThat(written).doesNotHaveDuplicates();
        assertThat(repository.find(ana, chat, null).block(PATIENCE).version())
                .isEqualTo(written.stream().mapToLong(v -> v).max().orElseThrow());
    }

    @Test
    void oneDraftTooManyShouldBeRefusedAndThoseOfLeftChatsMakeRoom() {
        IntStream.rangeClosed(1, MAX).forEach(thread -> put(thread, "hola"));

        assertThatThrownBy(() -> put(MAX + 1, "hola")).isInstanceOf(TooManyDrafts.class);
        put(MAX, "otra vez");
        var other = new ChatId(chats.group(ana.value()));
        chats.run("DELETE FROM memberships WHERE chat_id = $1", chat.value());
        assertThat(put(new WriteDraft(other, null, "hola", null, 0L)).changed()).isTrue();
    }

    @Test
    void pagesShouldHaveEveryDraftOnceAndNoneOfLeftChats() {
        var older = write("1", 0L).draft();
        var newer = put(5, "2");
        var left = new ChatId(chats.group(ana.value()));
        put(new WriteDraft(left, null, "3", null, 0L));
        chats.run("DELETE FROM memberships WHERE chat_id = $1", left.value());
        var first = repository.page(ana, DraftPosition.of(null), 1).block(PATIENCE);
        var cursor = DraftPosition.cursorAfter(first.getFirst());
        var second = repository.page(ana, DraftPosition.of(cursor), 10).block(PATIENCE);

        assertThat(first).containsExactly(newer);
        assertThat(second).containsExactly(older);
        assertThat(
                        repository
                                .page(new UserId(UUID.randomUUID()), DraftPosition.of(null), 10)
                                .block(PATIENCE))
                .isEmpty();
    }

    private DraftOutcome write(String text, @Nullable Long base) {
        return put(new WriteDraft(chat, null, text, null, base));
    }

    private Draft put(long thread, String text) {
        return put(new WriteDraft(chat, thread, text, null, null)).draft();
    }

    private DraftOutcome put(WriteDraft write) {
        return repository.put(ana, write, AT, MAX).block(PATIENCE);
    }
}
