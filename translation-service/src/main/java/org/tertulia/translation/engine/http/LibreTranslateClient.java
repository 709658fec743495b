package org.tertulia.translation.engine.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.HtmlUtils;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.http.Directions.Tags;
import reactor.core.publisher.Mono;

/**
 * <a href="https://docs.libretranslate.com/api/operations/translate/">LibreTranslate</a>, and whatever speaks like it. Texts
 * travel as HTML, since that lets a part be marked as not to be translated.
 */
final class LibreTranslateClient implements TranslationServer {

    static final String NAME = "libretranslate";

    /** The server looks for what stands in the mark among the words again, so that is nothing that people write. */
    private static final Placeholders PLACEHOLDERS =
            new Placeholders(
                    "<span translate=\"no\" id=\"k%1$d\">K%1$d</span>",
                    Pattern.compile(
                            "<span translate=\"no\" id=\"k(\\d{1,7})\">[^<>]{0,32}+</span>"),
                    Pattern.compile("<span translate"),
                    new Html());

    private static final ParameterizedTypeReference<List<Known>> KNOWN =
            new ParameterizedTypeReference<>() {};

    private final WebClient web;
    private final @Nullable String key;

    /**
     * @param web where it is
     * @param key where it wants one
     */
    LibreTranslateClient(WebClient web, @Nullable String key) {
        this.web = web;
        this.key = key;
    }

    private static final class Html implements Placeholders.Notation {

        private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]{1,31};");

        @Override
        public String write(String words) {
            return HtmlUtils.htmlEscape(words, "UTF-8");
        }

        /**
         * LibreTranslate resolves entities before it answers, others do not. Who writes of an entity has it back as the
         * former answers it, and all others have none in their words that should be left.
         */
        @Override
        public String read(String written, MarkedText source) {
            if (written.indexOf('<') >= 0 || written.indexOf('>') >= 0) {
                throw Placeholders.garbled("The answer has tags among its words");
            }
            return ENTITY.matcher(source.plain()).find()
                    ? written
                    : HtmlUtils.htmlUnescape(written);
        }
    }

    private record Known(@Nullable String code, @Nullable List<String> targets) {

        private Stream<Tags> tags() {
            return code == null || targets == null
                    ? Stream.of()
                    : targets.stream().map(target -> new Tags(code, target));
        }
    }

    private record Question(
            String q,
            String source,
            String target,
            String format,
            @JsonProperty("api_key") @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable String apiKey) {}

    private record Answer(@Nullable String translatedText) {}

    @Override
    public Mono<Directions> directions() {
        return web.get()
                .uri("/languages")
                .retrieve()
                .bodyToMono(KNOWN)
                .map(known -> Directions.of(known.stream().flatMap(Known::tags)));
    }

    @Override
    public Placeholders placeholders() {
        return PLACEHOLDERS;
    }

    @Override
    public Mono<String> translate(Tags tags, String written) {
        return web.post()
                .uri("/translate")
                .bodyValue(new Question(written, tags.from(), tags.to(), "html", key))
                .retrieve()
                .bodyToMono(Answer.class)
                .mapNotNull(Answer::translatedText);
    }
}
