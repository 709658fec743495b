package org.tertulia.translation.engine;

import java.util.Set;
import org.tertulia.translation.language.LanguagePair;
import reactor.core.publisher.Mono;

/**
 * One way to translate: programs on this machine, or a server elsewhere. Every implementation passes {@code
 * TranslationEngineContract}.
 */
public interface TranslationEngine {

    /** What it is called where people and programs see it; never changes. */
    String name();

    /** The directions it can translate now, without waiting; empty while it is not installed or was never reached. */
    Set<LanguagePair> pairs();

    /**
     * Translates the words of {@code text} and leaves the {@link Part.Kept} parts as they are, each once; they may come in
     * another order. Never answers what it is not sure belongs to this text.
     *
     * <p>Fails with {@link EngineFailed} within a bounded time; does not block.
     *
     * @param pair one of {@link #pairs()}
     */
    Mono<MarkedText> translate(LanguagePair pair, MarkedText text);
}
