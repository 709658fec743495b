package org.tertulia.translation.live;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.tertulia.contracts.translation.MessageUntranslated;
import org.tertulia.contracts.translation.UntranslatedReason;
import org.tertulia.contracts.translationrequest.TranslationWanted;
import org.tertulia.starter.id.ChatId;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.messages.MessageOutcome;
import org.tertulia.translation.messages.SaidText;
import org.tertulia.translation.translating.TranslationOutcome.Reason;

/** Between what is published and what is done here. */
final class LiveEvents {

    private LiveEvents() {}

    /** What is to be done; languages that are none are passed over. */
    static List<LiveWork> works(TranslationWanted wanted) {
        var said =
                new SaidText(
                        new ChatId(wanted.chatId()),
                        wanted.message(),
                        wanted.version(),
                        wanted.text());
        return wanted.languages().stream()
                .flatMap(LiveEvents::language)
                .distinct()
                .map(language -> new LiveWork(said, language, wanted.at()))
                .toList();
    }

    private static Stream<Language> language(String tag) {
        try {
            return Stream.of(Language.of(tag));
        } catch (IllegalArgumentException noLanguage) {
            return Stream.empty();
        }
    }

    static MessageUntranslated untranslated(
            LiveWork work, MessageOutcome.Without without, Instant now) {
        var said = work.said();
        var source = without.source();
        return new MessageUntranslated(
                said.chat().value(),
                said.message(),
                said.version(),
                work.language().code(),
                source == null ? null : source.code(),
                reason(without.reason()),
                now);
    }

    private static UntranslatedReason reason(Reason reason) {
        return switch (reason) {
            case SAME_LANGUAGE -> UntranslatedReason.SAME_LANGUAGE;
            case NO_WORDS -> UntranslatedReason.NO_WORDS;
            case UNSURE -> UntranslatedReason.UNSURE;
            case NO_ENGINE -> UntranslatedReason.NO_ENGINE;
            case TOO_LONG -> UntranslatedReason.TOO_LONG;
            case ENGINES_FAILED -> UntranslatedReason.ENGINES_FAILED;
        };
    }
}
