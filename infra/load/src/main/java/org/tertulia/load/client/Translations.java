package org.tertulia.load.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The calls about translations that one person makes. */
public final class Translations {
    private static final String TRANSLATE = "/api/v1/translate";

    private final Person person;

    Translations(Person person) {
        this.person = person;
    }

    /** A text in another language, whatever language it is in. */
    public TranslationView translate(String text, String target) {
        return tryTranslate(text, target).as(TranslationView[].class)[0];
    }

    /** Likewise, and gives the answer, whatever it is. */
    public Answer tryTranslate(String text, String target) {
        return person.post(TRANSLATE, Map.of("text", text, "target", target));
    }

    /** Whether there is an engine from a language to another now. */
    public boolean isPossible(String source, String target) {
        return person.get(TRANSLATE + "/languages")
                .json()
                .path("pairs")
                .valueStream()
                .anyMatch(
                        it ->
                                it.path("source").asString().equals(source)
                                        && it.path("target").asString().equals(target));
    }

    /** Whether an engine can be asked now. */
    public boolean isAvailable(String engine) {
        return person.get(TRANSLATE + "/languages")
                .json()
                .path("engines")
                .valueStream()
                .anyMatch(
                        it ->
                                it.path("name").asString().equals(engine)
                                        && it.path("available").asBoolean());
    }

    /** Messages in another language, as the answer, whatever it is. */
    public Answer tryOfMessages(UUID chatId, String language, long... seqs) {
        var list = LongStream.of(seqs).mapToObj(Long::toString).collect(Collectors.joining(","));
        return person.get(
                "/api/v1/chats/%s/translations?seqs=%s&language=%s"
                        .formatted(chatId, list, language));
    }

    /** Messages in another language. */
    public List<MessageTranslation> ofMessages(UUID chatId, String language, long... seqs) {
        return tryOfMessages(chatId, language, seqs)
                .json()
                .path("translations")
                .valueStream()
                .map(it -> Json.read(it, MessageTranslation.class))
                .toList();
    }
}
