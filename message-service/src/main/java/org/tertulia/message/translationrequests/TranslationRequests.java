package org.tertulia.message.translationrequests;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.message.LogEntry;
import org.tertulia.contracts.message.MessageEdited;
import org.tertulia.contracts.message.MessagePosted;
import org.tertulia.contracts.translationrequest.TranslationWanted;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.kafka.EphemeralEvents;
import org.tertulia.starter.kafka.EventCodec;
import org.tertulia.starter.kafka.RawEvent;

/**
 * Asks the translation service for what people who are connected want to read in other languages. Best effort: what is
 * not asked for, or not answered, a client asks for over HTTP.
 */
@Service
public final class TranslationRequests {

    private static final Logger log = LoggerFactory.getLogger(TranslationRequests.class);

    private static final int AS_POSTED = 1;

    /**
     * Languages that one text is asked for in, those that most want. Guessed: as many as are kept of a message, and more
     * than the people of a chat read in. A few accounts that want many must not take the room of all chats.
     */
    static final int MAX_LANGUAGES = 10;

    /** Of entries that bring a text. */
    private static final Set<String> TEXTS =
            Set.of("org.tertulia.message.posted.v1", "org.tertulia.message.edited.v1");

    private final EphemeralEvents events;
    private final EventCodec codec;

    TranslationRequests(EphemeralEvents events, EventCodec codec) {
        this.events = events;
        this.codec = codec;
    }

    /** Whether the log entry {@code raw} brings a text that could be translated. */
    public boolean isAboutText(RawEvent raw) {
        return TEXTS.contains(raw.type());
    }

    /**
     * Asks for the text of the log entry {@code raw} in the languages that most others than its sender want, at most {@link
     * #MAX_LANGUAGES}; an entry that can not be read is passed over. Returns at once.
     */
    public void request(RawEvent raw, ChatReaders readers) {
        if (readers.isEmpty()) {
            return;
        }
        try {
            requestText(raw, readers);
        } catch (RuntimeException unreadable) {
            // Whoever calls hands out messages, and must not be held up by one of them.
            log.error("An entry of {} can not be translated", raw.key(), unreadable);
        }
    }

    private void requestText(RawEvent raw, ChatReaders readers) {
        switch (codec.decode(raw.value(), LogEntry.class)) {
            case MessagePosted e ->
                    request(
                            new Text(e.chatId(), e.seq(), AS_POSTED, e.text(), e.postedAt()),
                            e.senderId(),
                            readers);
            case MessageEdited e ->
                    request(
                            new Text(e.chatId(), e.message(), e.version(), e.text(), e.at()),
                            e.by(),
                            readers);
            default -> {}
        }
    }

    private record Text(UUID chatId, long message, int version, String text, Instant at) {

        /** Emoji, figures and links need no translation; of a link alone the other service says so. */
        boolean hasLetters() {
            return text.codePoints().anyMatch(Character::isLetter);
        }
    }

    private void request(Text said, UUID sender, ChatReaders readers) {
        var languages = readers.languagesBeside(new UserId(sender), MAX_LANGUAGES);
        if (!languages.isEmpty() && said.hasLetters()) {
            events.publish(
                    Topics.TRANSLATION_REQUEST_EVENTS,
                    new TranslationWanted(
                            said.chatId(),
                            said.message(),
                            said.version(),
                            said.text(),
                            languages,
                            said.at()));
        }
    }
}
