package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tertulia.load.client.ClientFrame;
import org.tertulia.load.client.MessageTranslation;
import org.tertulia.load.client.Patience;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame.Pong;
import org.tertulia.load.client.ServerFrame.Translated;
import org.tertulia.load.client.ServerFrame.Untranslated;
import org.tertulia.load.translation.ApertiumPipe;

/**
 * People who share no language read each other: live, after an edit, later, and nobody else does. Where there is no engine,
 * the same people are told so.
 */
@Order(8)
class TranslationIT {
    private static final String SPANISH = "¿Quién está de guardia esta noche?";
    private static final String ENGLISH = "Who is on call tonight?";
    private static final String EDITED = "La nueva versión es mucho más rápida.";
    private static final String EDITED_ENGLISH = "The new version is much faster.";
    private static final String NO_ENGINE = "no-engine";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Suite suite = Suite.running();
    private Person ana;
    private Person beto;
    private UUID chat;
    private boolean possible;

    @BeforeEach
    void gather() {
        var people = suite.people("lengua", 2);
        ana = people.getFirst();
        beto = people.getLast();
        chat = ana.chats().group("Babel", List.of(beto)).id();
        possible = ana.translations().isPossible("es", "en");
        new Patience(LIMIT).call(() -> beto.get("/api/v1/chats/" + chat + "/messages")).success();
    }

    @Test
    void whatIsInstalledShouldBeUsed() {
        assertThat(ana.translations().isPossible("es", "en")).isEqualTo(isInstalled());
        assertThat(ana.translations().isPossible("en", "es")).isEqualTo(isInstalled());
    }

    /** Whether the suite should have an engine. */
    boolean isInstalled() {
        return ApertiumPipe.isInstalled();
    }

    @Test
    void aTextShouldBeTranslatedOrLeftAsItIs() {
        var view = ana.translations().translate(SPANISH, "en");

        assertThat(view.target()).isEqualTo("en");
        assertThat(view.source()).isEqualTo("es");
        if (possible) {
            assertThat(view.translated()).isTrue();
            assertThat(view.translatedText()).isEqualTo(ENGLISH);
            assertThat(view.engine()).isEqualTo("apertium");
        } else {
            assertThat(view.translated()).isFalse();
            assertThat(view.translatedText()).isEqualTo(SPANISH);
            assertThat(view.reason()).isEqualTo(NO_ENGINE);
        }
    }

    @Test
    void whoReadsAnotherLanguageShouldGetTheTranslationLiveAndAfterAnEdit() {
        try (var wire = Wire.open(suite.gateway(), ana)) {
            wire.send(ClientFrame.Translations.of("en"));
            // Frames of a connection are seen to in their order: when this is answered, so is the
            // one before.
            wire.send(new ClientFrame.Ping());
            wire.await(Pong.class);
            var message = beto.chats().post(chat, SPANISH);
            assertLive(wire, message.seq(), 1, ENGLISH);

            beto.chats().edit(message, 1, EDITED);
            assertLive(wire, message.seq(), 2, EDITED_ENGLISH);
            assertThat(ana.translations().ofMessages(chat, "en", message.seq()))
                    .singleElement()
                    .satisfies(it -> assertKept(it, message.seq()));
        }
    }

    private void assertLive(Wire wire, long message, int version, String text) {
        if (!possible) {
            var told = wire.await(Untranslated.class, it -> it.version() == version);
            assertThat(told.message()).isEqualTo(message);
            assertThat(told.reason()).isEqualTo(NO_ENGINE);
            return;
        }
        var told = wire.await(Translated.class, it -> it.version() == version);
        assertThat(told.chatId()).isEqualTo(chat);
        assertThat(told.message()).isEqualTo(message);
        assertThat(told.language()).isEqualTo("en");
        assertThat(told.sourceLanguage()).isEqualTo("es");
        assertThat(told.text()).isEqualTo(text);
        assertThat(told.engine()).isEqualTo("apertium");
    }

    private void assertKept(MessageTranslation kept, long message) {
        assertThat(kept.message()).isEqualTo(message);
        assertThat(kept.version()).isEqualTo(2);
        assertThat(kept.text()).isEqualTo(possible ? EDITED_ENGLISH : null);
        assertThat(kept.reason()).isEqualTo(possible ? null : NO_ENGINE);
    }

    @Test
    void whatIsDeletedShouldNotBeThereInAnyLanguage() {
        var message = beto.chats().post(chat, SPANISH);
        assertThat(ana.translations().ofMessages(chat, "en", message.seq())).hasSize(1);

        beto.delete("/api/v1/chats/%s/messages/%d".formatted(chat, message.seq())).success();
        await().atMost(LIMIT)
                .until(() -> ana.translations().ofMessages(chat, "en", message.seq()).isEmpty());
    }

    @Test
    void aStrangerShouldNotFindTheChat() {
        var message = beto.chats().post(chat, SPANISH);
        ana.translations().ofMessages(chat, "en", message.seq());

        var answer = suite.person("nadie").translations().tryOfMessages(chat, "en", message.seq());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).contains("chat-not-found");
    }
}
