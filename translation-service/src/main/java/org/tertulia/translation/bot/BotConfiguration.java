package org.tertulia.translation.bot;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.starter.kafka.EventSubscription;
import org.tertulia.starter.web.ServiceClients;
import org.tertulia.translation.config.ConditionalOnValue;
import org.tertulia.translation.glossary.ChatGlossary;
import org.tertulia.translation.glossary.Glossaries;
import org.tertulia.translation.preferences.ReadingPreferences;
import org.tertulia.translation.translating.Translator;

/** The bot, where there is to be one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnValue({"tertulia.translation.bot.handle", "tertulia.translation.bot.password"})
class BotConfiguration {

    /** The consumer group; its offsets belong to it. */
    static final String GROUP = "translation-service.bot";

    @Bean
    BotSession botSession(ServiceClients clients, BotProperties properties, Clock clock) {
        return new BotSession(new AuthServiceClient(clients, properties, clock), clock);
    }

    @Bean
    BotEntry botEntry(BotSession session) {
        return new BotEntry(session);
    }

    @Bean
    Bot.Known botKnowledge(
            BotProperties properties, ReadingPreferences preferences, Glossaries glossaries) {
        return new Bot.Known(
                properties.handle(),
                preferences::language,
                chat -> glossaries.of(chat).map(ChatGlossary::terms));
    }

    @Bean
    Bot bot(
            BotSession session,
            Bot.Known known,
            BotProperties properties,
            Translator translator,
            ServiceClients clients,
            DatabaseClient database,
            Clock clock) {
        var conversation = new ConversationClient(clients, session);
        return new Bot(
                session,
                new PrivateChats(new BotChatRepository(database), conversation::isPrivate),
                conversation,
                new Answers(properties.handle(), translator::translate),
                new AnswerBudget(properties.answersPerMinute(), clock),
                known,
                clock);
    }

    @Bean
    EventSubscription botHearing(Bot bot) {
        return EventSubscription.ordered(
                GROUP,
                Topics.MESSAGE_EVENTS,
                LogEntry.class,
                bot::concerns,
                received -> bot.hear(received.event()));
    }
}
