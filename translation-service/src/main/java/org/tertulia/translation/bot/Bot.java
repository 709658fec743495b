package org.tertulia.translation.bot;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tertulia.contracts.chat.ChatKind;
import org.tertulia.contracts.message.ChatClosed;
import org.tertulia.contracts.message.ChatOpened;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;
import org.tertulia.translation.bot.Answers.Asker;
import org.tertulia.translation.bot.ConversationClient.Answer;
import org.tertulia.translation.glossary.Term;
import org.tertulia.translation.language.Language;
import reactor.core.publisher.Mono;

/**
 * Hears what is said in chats, and answers what is said to it: in its private chats everything, elsewhere what calls it by its
 * name. It answers each message once, however often it hears it, and never itself.
 */
final class Bot {

    /** What was said longer ago, while there was no bot, is not answered any more. */
    private static final Duration TOO_LATE = Duration.ofHours(1);

    /** Answers that may have to be said again: of more chats than are dealt with at a time. Guessed. */
    private static final int REMEMBERED = 1_000;

    private final BotSession session;
    private final PrivateChats privateChats;
    private final ConversationClient conversation;
    private final Answers answers;
    private final AnswerBudget budget;
    private final Known known;
    private final Clock clock;

    /** What it answers to each message, by their ids. */
    private final Recent<UUID, Answer> given = new Recent<>(REMEMBERED);

    /**
     * What the service knows that a good answer needs.
     *
     * @param handle the bot's name
     * @param readingLanguage what somebody has chosen to read; empty when they have not
     * @param terms the words of a chat
     */
    record Known(
            String handle,
            Function<UserId, Mono<Language>> readingLanguage,
            Function<ChatId, Mono<List<Term>>> terms) {}

    Bot(
            BotSession session,
            PrivateChats privateChats,
            ConversationClient conversation,
            Answers answers,
            AnswerBudget budget,
            Known known,
            Clock clock) {
        this.session = session;
        this.privateChats = privateChats;
        this.conversation = conversation;
        this.answers = answers;
        this.budget = budget;
        this.known = known;
        this.clock = clock;
    }

    /** Whether an entry may have to do with the bot, as far as it says itself. */
    boolean concerns(LogEntry entry) {
        var self = session.knownSelf();
        return switch (entry) {
            case ChatOpened opened ->
                    opened.kind() == ChatKind.PRIVATE
                            && (self == null || opened.members().contains(self.value()));
            case ChatClosed closed -> privateChats.mayHave(closed.chatId());
            case MessagePosted posted -> isNews(posted) && mayBeMeant(posted, self);
            default -> false;
        };
    }

    private boolean isNews(MessagePosted posted) {
        return posted.deletedAt() == null
                && posted.postedAt().isAfter(clock.instant().minus(TOO_LATE));
    }

    private boolean mayBeMeant(MessagePosted posted, @Nullable UserId self) {
        return self == null
                || !posted.senderId().equals(self.value())
                        && (calls(posted, self) || privateChats.mayHave(posted.chatId()));
    }

    private static boolean calls(MessagePosted posted, UserId self) {
        var mentions = posted.mentions();
        return mentions != null && mentions.people().contains(self.value());
    }

    /** Does what an entry asks of it. Without an account nothing does. */
    Mono<Void> hear(LogEntry entry) {
        return session.self()
                .flatMap(self -> hear(entry, self))
                .onErrorResume(BotRefused.class, _ -> Mono.empty());
    }

    private Mono<Void> hear(LogEntry entry, UserId self) {
        return switch (entry) {
            case ChatOpened opened when opened.members().contains(self.value()) ->
                    privateChats.add(opened.chatId());
            case ChatClosed closed -> privateChats.remove(closed.chatId());
            case MessagePosted posted when mayBeMeant(posted, self) ->
                    answer(posted, self)
                            .flatMap(it -> conversation.say(new ChatId(posted.chatId()), it));
            default -> Mono.empty();
        };
    }

    /** The same again when it could not be said: nothing is translated twice, and it counts once. */
    private Mono<Answer> answer(MessagePosted posted, UserId self) {
        var before = given.get(posted.messageId());
        return before != null
                ? Mono.just(before)
                : question(posted, self)
                        .filter(_ -> budget.take(posted.chatId(), posted.messageId()))
                        .flatMap(question -> answer(question, posted))
                        .doOnNext(answer -> given.note(posted.messageId(), answer));
    }

    private Mono<Question> question(MessagePosted posted, UserId self) {
        return privateChats
                .has(posted.chatId())
                .flatMap(
                        alone ->
                                alone
                                        ? Mono.just(Question.alone(posted.text()))
                                        : Mono.just(posted)
                                                .filter(it -> calls(it, self))
                                                .map(this::calling));
    }

    private Question calling(MessagePosted posted) {
        return Question.calling(posted.text(), known.handle(), posted.replyTo());
    }

    private Mono<Answer> answer(Question question, MessagePosted posted) {
        var chat = new ChatId(posted.chatId());
        return asker(new UserId(posted.senderId()), chat)
                .flatMap(asker -> text(question, chat, asker))
                .map(text -> answer(text, posted));
    }

    private Mono<Asker> asker(UserId person, ChatId chat) {
        return Mono.zip(
                known.readingLanguage()
                        .apply(person)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty()),
                known.terms().apply(chat).defaultIfEmpty(List.of()),
                Asker::new);
    }

    private Mono<String> text(Question question, ChatId chat, Asker asker) {
        return switch (question) {
            case Question.Help _ -> Mono.just(answers.help(asker));
            case Question.OfText(var text, var target) -> answers.translation(text, target, asker);
            case Question.OfMessage(var message, var target) ->
                    conversation
                            .read(chat, message)
                            .flatMap(text -> answers.translation(text, target, asker))
                            .defaultIfEmpty(answers.gone(asker));
        };
    }

    /** The id is made of the message's: the same answer is one message. */
    private static Answer answer(String text, MessagePosted posted) {
        var name = "translation-bot:" + posted.messageId();
        return new Answer(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                text,
                posted.seq(),
                posted.thread());
    }
}
