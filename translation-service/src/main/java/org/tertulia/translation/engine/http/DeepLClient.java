package org.tertulia.translation.engine.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.HtmlUtils;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.http.Directions.Tags;
import reactor.core.publisher.Mono;

/**
 * The <a href="https://developers.deepl.com/api-reference/translate">DeepL API</a>. Texts travel as XML, with a tag whose
 * content is not translated.
 */
final class DeepLClient implements TranslationServer {

    static final String NAME = "deepl";

    private static final String KEPT_TAG = "x";

    private static final Placeholders PLACEHOLDERS =
            new Placeholders(
                    "<x>%1$d</x>",
                    Pattern.compile("<x>\\s{0,4}+(\\d{1,7})\\s{0,4}+</x>"),
                    Pattern.compile("</?x\\s{0,8}+/?>"),
                    new Xml());

    private static final ParameterizedTypeReference<List<Known>> KNOWN =
            new ParameterizedTypeReference<>() {};

    private final WebClient web;
    private final String key;

    DeepLClient(WebClient web, String key) {
        this.web = web;
        this.key = key;
    }

    private static final class Xml implements Placeholders.Notation {

        @Override
        public String write(String words) {
            return HtmlUtils.htmlEscape(words, "UTF-8");
        }

        @Override
        public String read(String written, MarkedText source) {
            if (written.indexOf('<') >= 0 || written.indexOf('>') >= 0) {
                throw Placeholders.garbled("The answer has tags among its words");
            }
            return HtmlUtils.htmlUnescape(written);
        }
    }

    private record Known(@Nullable String language) {}

    private record Question(
            List<String> text,
            @JsonProperty("source_lang") String source,
            @JsonProperty("target_lang") String target,
            @JsonProperty("tag_handling") String tags,
            @JsonProperty("ignore_tags") List<String> ignored,
            @JsonProperty("preserve_formatting") boolean preserved) {}

    private record Answer(@Nullable List<Translation> translations) {

        private @Nullable String text() {
            return translations == null || translations.size() != 1
                    ? null
                    : translations.getFirst().text();
        }
    }

    private record Translation(@Nullable String text) {}

    @Override
    public Mono<Directions> directions() {
        return Mono.zip(known("source"), known("target"), DeepLClient::directions);
    }

    private Mono<List<Known>> known(String side) {
        return web.get()
                .uri("/v2/languages?type={side}", side)
                .headers(this::authorize)
                .retrieve()
                .bodyToMono(KNOWN);
    }

    private void authorize(HttpHeaders headers) {
        headers.set(HttpHeaders.AUTHORIZATION, "DeepL-Auth-Key " + key);
    }

    private static Directions directions(List<Known> sources, List<Known> targets) {
        return Directions.of(
                tags(sources).flatMap(from -> tags(targets).map(to -> new Tags(from, to))));
    }

    private static Stream<String> tags(List<Known> known) {
        return known.stream()
                .mapMulti(
                        (it, more) -> {
                            if (it.language() != null) {
                                more.accept(it.language());
                            }
                        });
    }

    @Override
    public Placeholders placeholders() {
        return PLACEHOLDERS;
    }

    @Override
    public Mono<String> translate(Tags tags, String written) {
        return web.post()
                .uri("/v2/translate")
                .headers(this::authorize)
                .bodyValue(question(tags, written))
                .retrieve()
                .bodyToMono(Answer.class)
                .mapNotNull(Answer::text);
    }

    private static Question question(Tags tags, String written) {
        return new Question(
                List.of(written), tags.from(), tags.to(), "xml", List.of(KEPT_TAG), true);
    }
}
