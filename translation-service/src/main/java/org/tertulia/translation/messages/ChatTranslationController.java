package org.tertulia.translation.messages;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.starter.security.CallerToken;
import org.tertulia.starter.web.MessageSeqs;
import org.tertulia.translation.language.RequestedLanguage;
import reactor.core.publisher.Mono;

/** Messages of a chat in another language, for its members. */
@RestController
@RequestMapping("/api/v1/chats/{chatId}/translations")
final class ChatTranslationController {

    private final ReadingInChat reading;

    ChatTranslationController(ReadingInChat reading) {
        this.reading = reading;
    }

    @GetMapping
    Mono<MessageTranslationsView> translations(
            Actor actor,
            CallerToken token,
            @PathVariable ChatId chatId,
            @RequestParam String seqs,
            @RequestParam String language) {
        var target = RequestedLanguage.of("language", language);
        return reading.translations(
                        new Reader(actor.userId(), token),
                        chatId,
                        MessageSeqs.of(seqs).ascending(),
                        target)
                .map(MessageTranslationsView::new);
    }
}
