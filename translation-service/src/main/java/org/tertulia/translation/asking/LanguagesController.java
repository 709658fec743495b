package org.tertulia.translation.asking;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tertulia.translation.language.AcceptedLanguages;

/** What can be translated now, for whoever is signed in. */
@RestController
@RequestMapping("/api/v1/translate/languages")
final class LanguagesController {

    private final Offer offer;

    LanguagesController(Offer offer) {
        this.offer = offer;
    }

    @GetMapping
    LanguagesView languages(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String accepted) {
        return offer.to(AcceptedLanguages.of(accepted).reader());
    }
}
