package org.tertulia.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessageDeleted;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.starter.id.ChatId;
import org.tertulia.test.TestEvents;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.messages.MessageTranslating;
import org.tertulia.translation.messages.SaidText;

/** What message-service takes away is taken away here. */
class ForgettingIT extends TranslationApi {

    private final String word = unique();
    @Autowired private MessageTranslating translating;

    @BeforeEach
    void someTranslations() {
        says(message(1, 1, spanish(word + " one")), message(2, 1, spanish(word + " two")));
        translations("1,2", "en");
        translations("1,2", "de");
        assertThat(kept()).isEqualTo(4);
    }

    @Test
    void anEditShouldTakeTheTranslationsOfTheTextsBefore() {
        publish(edited(1, 2));
        awaitKept(2);

        // The text of before, which may still be under way, is not kept again.
        says(message(1, 1, spanish(word + " one")));
        assertThat(translations("1", "en").size()).isZero();
        says(message(1, 2, spanish(word + " new")));
        assertThat(translations("1", "en").get(0).path("version").asInt()).isEqualTo(2);
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void aDeletionShouldTakeAllOfAMessage() {
        publish(new MessageDeleted(chat, 9, 2, null, ana, Instant.now()));
        awaitKept(2);

        says(message(2, 1, spanish(word + " two")));
        assertThat(translations("2", "en").size()).isZero();
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void aTranslationThatIsUnderWayShouldNotBringBackWhatWasDeleted() {
        var held = unique();
        engine.hold(held);
        says(message(3, 1, spanish(held)));
        translations("3", "en");
        assertThat(engine.asked(held)).isEqualTo(1);
        // The one that is under way: this ends when it has been kept, or not.
        var underWay =
                translating
                        .translate(
                                new SaidText(new ChatId(chat), 3, 1, spanish(held)),
                                new Language("en"))
                        .toFuture();
        publish(new MessageDeleted(chat, 9, 3, null, ana, Instant.now()));
        Awaitility.await().atMost(LIMIT).until(() -> forgotten(3) == 1);

        assertThat(underWay).isNotDone();
        engine.letGo(held);
        assertThat(underWay).succeedsWithin(LIMIT).isNull();
        assertThat(engine.asked(held)).isEqualTo(1);
        says(message(4, 1, spanish(word + " four")));
        translations("4", "en");

        assertThat(told(5)).noneMatch(it -> it.path("message").asLong() == 3);
        assertThat(count("select count(*) from translations where chat_id = :chat and message = 3"))
                .isZero();
    }

    @Test
    void aChatThatIsClosedShouldTakeAllWithIt() {
        role("group", "owner");
        var path = "/api/v1/chats/" + chat + "/glossary";
        post(ana, path, Map.of("word", "playa")).expectStatus().isCreated();
        put(ana, PATH + "/preferences/chats/" + chat, Map.of("translate", true))
                .expectStatus()
                .isNoContent();
        translations("1,2", "en");

        publish(new ChatClosed(chat, 9, ana, Instant.now()));
        awaitKept(0);

        for (var table : new String[] {"terms", "glossaries", "chat_choices", "chat_languages"}) {
            assertThat(count("select count(*) from " + table + " where chat_id = :chat"))
                    .as(table)
                    .isZero();
        }
        assertThat(translations("1", "en").size()).isZero();
    }

    private MessageEdited edited(long message, int version) {
        return new MessageEdited(chat, 9, message, version, "new", null, ana, Instant.now(), null);
    }

    private void publish(LogEntry entry) {
        TestEvents.publish(Topics.MESSAGE_EVENTS, entry);
    }

    private void awaitKept(long expected) {
        Awaitility.await().atMost(LIMIT).until(() -> kept() == expected);
    }

    private long forgotten(long message) {
        return count(
                "select count(*) from forgotten where chat_id = :chat and message = " + message);
    }
}
