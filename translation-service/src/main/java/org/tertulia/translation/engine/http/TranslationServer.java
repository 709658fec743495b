package org.tertulia.translation.engine.http;

import org.tertulia.translation.engine.http.Directions.Tags;
import reactor.core.publisher.Mono;

/**
 * How one kind of server is spoken to. What goes wrong is left to {@link GuardedServerClient}; an answer that is not
 * understood is an error or none at all.
 */
interface TranslationServer {

    /** Asks what it translates. */
    Mono<Directions> directions();

    /** How the parts that are kept travel to it and back. */
    Placeholders placeholders();

    /** Has a text translated whose kept parts are placeholders, and answers what came back. */
    Mono<String> translate(Tags tags, String written);
}
