package org.tertulia.translation.asking;

import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.security.Actor;
import org.tertulia.translation.language.AcceptedLanguages;
import org.tertulia.translation.language.Language;
import org.tertulia.translation.language.RequestedLanguage;
import reactor.core.publisher.Mono;

/** Translates texts, for whoever is signed in. The answer for one text is a list of one, as the first users have it. */
@RestController
@RequestMapping("/api/v1/translate")
final class TranslateController {

    private final Asking asking;

    TranslateController(Asking asking) {
        this.asking = asking;
    }

    @GetMapping
    Mono<List<TranslationView>> get(
            Actor actor,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String accepted,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String source) {
        return one(actor, accepted, new TranslateRequest(text, target, source));
    }

    @PostMapping
    Mono<List<TranslationView>> post(
            Actor actor,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String accepted,
            @Valid @RequestBody TranslateRequest request) {
        return one(actor, accepted, request);
    }

    private Mono<List<TranslationView>> one(
            Actor actor, @Nullable String header, TranslateRequest request) {
        TextRule.check("text", request.text());
        var asker = asker(actor, header);
        var source = RequestedLanguage.ofNullable("source", request.source());
        return Mono.justOrEmpty(RequestedLanguage.ofNullable("target", request.target()))
                .switchIfEmpty(Mono.defer(() -> asking.target(asker)))
                .flatMap(target -> all(asker, List.of(request.text()), target, source));
    }

    @PostMapping("/batch")
    Mono<BatchView> batch(
            Actor actor,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String accepted,
            @Valid @RequestBody BatchRequest request) {
        TextRule.check(request.texts());
        return all(
                        asker(actor, accepted),
                        request.texts(),
                        RequestedLanguage.of("target", request.target()),
                        RequestedLanguage.ofNullable("source", request.source()))
                .map(BatchView::new);
    }

    private static Asker asker(Actor actor, @Nullable String accepted) {
        return new Asker(actor.userId(), AcceptedLanguages.of(accepted));
    }

    private Mono<List<TranslationView>> all(
            Asker asker, List<String> texts, Language target, @Nullable Language source) {
        return asking.translate(asker, texts, target, source)
                .map(
                        outcomes ->
                                IntStream.range(0, texts.size())
                                        .mapToObj(
                                                at ->
                                                        TranslationView.of(
                                                                texts.get(at),
                                                                target,
                                                                asker.accepted().reader(),
                                                                outcomes.get(at)))
                                        .toList());
    }
}
