package org.tertulia.chat.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.chat.directory.DirectoryRepository.Hit;
import org.tertulia.chat.ledger.ChatChange;
import org.tertulia.chat.ledger.Chats;
import org.tertulia.chat.ledger.LedgerOf;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.test.PostgresExtension;

class DirectoryRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Actor ana = Chats.person();
    private final Map<ChatId, String> titles = new ConcurrentHashMap<>();
    private DirectoryRepository chats = new DirectoryRepository(postgres.databaseClient());

    @BeforeEach
    void connect() {
        postgres.truncate("chats");
        chats = new DirectoryRepository(postgres.databaseClient());
    }

    private ChatId open(ChatChange.Opened opened) {
        var chat = LedgerOf.database(postgres).open(opened).block(PATIENCE);
        var id = Objects.requireNonNull(chat).id();
        titles.put(id, Objects.requireNonNullElse(chat.title(), ""));
        return id;
    }

    private void openPublic(String... all) {
        for (var title : all) {
            open(Chats.publicChat(ana, title));
        }
    }

    private List<String> search(String words) {
        return titles(find(words, null, 100).stream().map(Hit::id).toList());
    }

    private List<Hit> find(String words, @Nullable Hit after, int limit) {
        return Objects.requireNonNull(chats.search(words, after, limit).block(PATIENCE));
    }

    private List<String> titles(List<ChatId> ids) {
        return ids.stream().map(titles::get).map(Objects::requireNonNull).toList();
    }

    @Test
    void mineAreThoseIBelongToNewestFirst() {
        var ben = Chats.person();
        var first = open(Chats.publicChat(ana, "One"));
        open(Chats.publicChat(ben, "Two"));
        var third = open(Chats.group("Three", ben, ana));
        var fourth = open(Chats.privateChat(ana, ben));

        assertThat(mine(null, null, 10)).containsExactly(fourth, third, first);
        assertThat(mine(null, null, 2)).containsExactly(fourth, third);
        assertThat(mine(null, third, 2)).containsExactly(first);
        assertThat(mine(ChatKind.GROUP, null, 10)).containsExactly(third);
        assertThat(mine(ChatKind.PRIVATE, null, 10)).containsExactly(fourth);
    }

    private List<ChatId> mine(@Nullable ChatKind kind, @Nullable ChatId before, int limit) {
        return Objects.requireNonNull(
                chats.findMine(ana.userId(), kind, before, limit).block(PATIENCE));
    }

    @Test
    void publicOnesAreListedNewestFirst() {
        openPublic("One", "Two", "Three");
        open(Chats.group("Hidden", ana));
        var page = Objects.requireNonNull(chats.findPublic(null, 2).block(PATIENCE));
        assertThat(titles(page)).containsExactly("Three", "Two");
        var rest = Objects.requireNonNull(chats.findPublic(page.getLast(), 2).block(PATIENCE));
        assertThat(titles(rest)).containsExactly("One");
    }

    @Test
    void titlesThatBeginWithTheWordsComeFirstThenWordsThenPartsThenSimilarOnes() {
        openPublic("Bailar salsa", "Salsa y son", "Ensalsada", "Salza", "Fado");
        assertThat(search("salsa"))
                .startsWith("Salsa y son", "Bailar salsa", "Ensalsada")
                .doesNotContain("Fado");
        assertThat(search("ensalsadas")).containsExactly("Ensalsada");
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        openPublic("Cañas y Música", "Straßenkunst", "ΑΘΉΝΑ");
        assertThat(search("CANAS Y MUSICA")).containsExactly("Cañas y Música");
        assertThat(search("música")).containsExactly("Cañas y Música");
        assertThat(search("strassen")).containsExactly("Straßenkunst");
        assertThat(search("αθηνα")).containsExactly("ΑΘΉΝΑ");
    }

    @Test
    void groupsAreNotFound() {
        open(Chats.group("Salsa privada", ana));
        assertThat(search("salsa")).isEmpty();
    }

    @Test
    void patternCharactersMeanThemselves() {
        openPublic("100% salsa", "100 salsas", "a_b", "acb", "c:\\temp");
        assertThat(search("100%")).startsWith("100% salsa");
        assertThat(search("a_b")).startsWith("a_b").doesNotContain("acb");
        assertThat(search("%")).containsExactly("100% salsa");
        assertThat(search("c:\\")).startsWith("c:\\temp");
    }

    @Test
    void wordsThatFoldToNothingFindNothing() {
        openPublic("Salsa");
        assertThat(search("\u0301")).isEmpty();
    }

    @Test
    void pagesOfASearchNeitherSkipNorRepeat() {
        openPublic("Salsa 1", "Mi salsa", "Salsa 2", "Unsalsa", "Salsa 3", "La salsa");
        var all = find("salsa", null, 100);
        var paged = new ArrayList<Hit>();
        for (var page = find("salsa", null, 2); !page.isEmpty(); ) {
            paged.addAll(page);
            page = find("salsa", page.getLast(), 2);
        }
        assertThat(all).hasSize(6);
        assertThat(paged).isEqualTo(all);
    }
}
