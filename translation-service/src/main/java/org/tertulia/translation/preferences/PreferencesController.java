package org.tertulia.translation.preferences;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import org.tertulia.translation.language.RequestedLanguage;
import reactor.core.publisher.Mono;

/** The caller's own preferences; nobody else's can be reached. */
@RestController
@RequestMapping("/api/v1/translate/preferences")
final class PreferencesController {

    private final ReadingPreferences preferences;

    PreferencesController(ReadingPreferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    Mono<PreferencesView> read(Actor actor) {
        return preferences.of(actor.userId()).map(PreferencesView::of);
    }

    @PutMapping
    Mono<PreferencesView> put(Actor actor, @Valid @RequestBody PreferencesRequest request) {
        var language = RequestedLanguage.ofNullable("language", request.language());
        return preferences
                .put(actor.userId(), language, request.everything())
                .map(PreferencesView::of);
    }

    @PutMapping("/chats/{chatId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> choose(
            Actor actor, @PathVariable ChatId chatId, @Valid @RequestBody ChoiceRequest request) {
        return preferences.choose(actor.userId(), chatId, request.translate());
    }

    @DeleteMapping("/chats/{chatId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unchoose(Actor actor, @PathVariable ChatId chatId) {
        return preferences.unchoose(actor.userId(), chatId);
    }
}
