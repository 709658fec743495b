package org.tertulia.load.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.tertulia.load.client.ChatView;
import org.tertulia.load.client.MessageView;
import org.tertulia.load.client.Person;
import org.tertulia.load.translation.ApertiumPipe;

/** The bot of the suite: it translates for whoever writes to it alone or calls it in a chat, once each. */
@Order(8)
class TranslationBotIT {
    private static final String HANDLE = "traductor";
    private static final String SPANISH = "¿Quién está de guardia esta noche?";
    private static final String ENGLISH = "Who is on call tonight?";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** In which a second answer would have come. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final Suite suite = Suite.running();
    private Person ana;
    private UUID bot;

    @BeforeEach
    void find() {
        if (!ApertiumPipe.isInstalled()) {
            throw new TestAbortedException("Needs Apertium with the pair eng-spa");
        }
        ana = suite.person("habla");
        bot =
                UUID.fromString(
                        ana.get("/api/v1/users?query=" + HANDLE)
                                .json()
                                .path("items")
                                .path(0)
                                .path("id")
                                .asString());
    }

    @Test
    void whoWritesToItAloneShouldGetTheTranslation() {
        var chat = ana.post("/api/v1/chats/private", Map.of("userId", bot)).as(ChatView.class).id();

        ana.chats().post(chat, SPANISH);

        assertThat(answers(chat, 1)).containsExactly(ENGLISH);
    }

    @Test
    void whoCallsItInAChatShouldGetTheTranslationAndNobodyElse() {
        var beto = suite.person("oye");
        var chat = ana.chats().group("Con bot", List.of(beto)).id();
        ana.put("/api/v1/chats/%s/members/%s".formatted(chat, bot), Map.of()).success();

        beto.chats().post(chat, SPANISH);
        beto.chats().post(chat, "@" + HANDLE + " en " + SPANISH);

        assertThat(answers(chat, 1)).containsExactly(ENGLISH);
    }

    /** What the bot has said when it has said so much, and for a while after. */
    private List<String> answers(UUID chat, int count) {
        await().atMost(LIMIT).until(() -> said(chat).size() >= count);
        await().during(QUIET).atMost(LIMIT).until(() -> said(chat).size() == count);
        return said(chat);
    }

    private List<String> said(UUID chat) {
        return ana.chats().wholeHistory(chat).stream()
                .filter(it -> it.senderId().equals(bot))
                .map(MessageView::text)
                .toList();
    }
}
