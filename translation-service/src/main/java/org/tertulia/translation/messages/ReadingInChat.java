package org.tertulia.translation.messages;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.chats.MessageServiceClient;
import org.tertulia.translation.chats.SaidMessage;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.translating.AnswerTime;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages of a chat in another language, for somebody who may read them: that, the message service decides each time. */
@Component
final class ReadingInChat {

    /** Of one request, so that nobody's long history is in the way of others. Guessed. */
    private static final int AT_ONCE = 8;

    private final MessageServiceClient messages;
    private final MessageTranslating translating;

    ReadingInChat(MessageServiceClient messages, MessageTranslating translating) {
        this.messages = messages;
        this.translating = translating;
    }

    /**
     * Those of these messages that are there. What takes longer than an answer may is left out; it goes on, and is there soon.
     * Fails with chat-not-found and service-unavailable.
     */
    Mono<List<MessageTranslationView>> translations(
            Reader reader, ChatId chat, List<Long> seqs, Language language) {
        return messages.messages(reader.token(), chat, seqs)
                .flatMapMany(
                        said ->
                                translating
                                        .look(chat, seqs, language)
                                        .flatMapMany(it -> all(reader, chat, language, said, it)))
                .takeUntilOther(Mono.delay(AnswerTime.LIMIT))
                .sort(Comparator.comparingLong(MessageTranslationView::message))
                .collectList();
    }

    private Flux<MessageTranslationView> all(
            Reader reader, ChatId chat, Language language, List<SaidMessage> said, Looked looked) {
        return Flux.fromIterable(said)
                .flatMap(it -> one(reader, chat, language, it, looked), AT_ONCE);
    }

    private Mono<MessageTranslationView> one(
            Reader reader, ChatId chat, Language language, SaidMessage said, Looked looked) {
        var text = new SaidText(chat, said.seq(), said.version(), said.text());
        var present = looked.best(said.seq(), said.version());
        return present.map(it -> Mono.just(MessageTranslationView.of(it)))
                .orElseGet(
                        () ->
                                translating
                                        .translate(reader.id(), text, language, looked)
                                        .map(it -> MessageTranslationView.of(text, language, it))
                                        .onErrorComplete(TooMuchUnderWay.class));
    }
}
