package org.tertulia.translation.engine.http;

import java.util.Set;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import org.tertulia.translation.engine.MarkedText;
import org.tertulia.translation.engine.TranslationEngine;
import org.tertulia.translation.language.LanguagePair;
import reactor.core.publisher.Mono;

/** An engine that is a server elsewhere, of whichever kind. */
final class ServerEngine implements TranslationEngine {

    private final String name;
    private final TranslationServer server;
    private final GuardedServerClient guard;
    private volatile Directions directions = Directions.NONE;

    ServerEngine(String name, TranslationServer server, GuardedServerClient guard) {
        this.name = name;
        this.server = server;
        this.guard = guard;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<LanguagePair> pairs() {
        return directions.tags().keySet();
    }

    /** Asks what it translates, and remembers; fails with {@link EngineFailed}, and then nothing changes. */
    Mono<Void> learnPairs() {
        return guard.bounded(server.directions()).doOnNext(learned -> directions = learned).then();
    }

    @Override
    public Mono<MarkedText> translate(LanguagePair pair, MarkedText text) {
        return Mono.defer(() -> begin(pair, text));
    }

    private Mono<MarkedText> begin(LanguagePair pair, MarkedText text) {
        var tags = directions.tags().get(pair);
        if (tags == null) {
            return Mono.error(new EngineFailed(Cause.REFUSED, "It has not " + pair));
        }
        if (!text.hasWords()) {
            return Mono.just(text);
        }
        var placeholders = server.placeholders();
        return guard.translating(
                server.translate(tags, placeholders.written(text))
                        .map(answer -> placeholders.read(answer, text)));
    }
}
