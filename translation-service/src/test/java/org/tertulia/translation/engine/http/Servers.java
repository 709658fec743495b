package org.tertulia.translation.engine.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Engines for {@link FakeServer}s, with limits that tests have the patience for. */
final class Servers {

    /** Time enough on a busy machine, for those that answer. */
    static final LimitsProperties PATIENT =
            new LimitsProperties(
                    LimitsProperties.LONGEST_TIME_LIMIT, 16, 100_000, Duration.ofMinutes(10));

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpEngineConfiguration ENGINES = new HttpEngineConfiguration();

    private Servers() {}

    static ServerEngine libreTranslate(FakeServer server, LimitsProperties limits) {
        return ready(
                ENGINES.libreTranslate(
                        new LibreTranslateProperties(server.url(), FakeServer.KEY, limits)));
    }

    static ServerEngine deepL(FakeServer server, LimitsProperties limits) {
        return ready(ENGINES.deepL(new DeepLProperties(server.url(), FakeServer.KEY, limits)));
    }

    static ServerEngine openAi(FakeServer server, LimitsProperties limits) {
        return ready(
                ENGINES.openAi(
                        new OpenAiProperties(
                                URI.create(server.url() + "/v1/"),
                                FakeServer.KEY,
                                "some-model",
                                0,
                                List.of("en", "es", "de"),
                                limits)));
    }

    private static ServerEngine ready(ServerEngine engine) {
        engine.learnPairs().block(PATIENCE);
        return engine;
    }
}
