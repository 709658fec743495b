package org.tertulia.message;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * A {@link SecondInstance} beside the one under test, for all tests of a class: starting one takes longer than most of
 * them. Tests that stop it need one each.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SecondInstanceExtension second = new SecondInstanceExtension();
 * }</pre>
 */
final class SecondInstanceExtension implements BeforeEachCallback, AfterAllCallback {

    private @Nullable SecondInstance instance;

    @Override
    public void beforeEach(ExtensionContext context) {
        if (instance == null) {
            instance =
                    SecondInstance.beside(
                            SpringExtension.getApplicationContext(context).getEnvironment());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (instance != null) {
            instance.close();
            instance = null;
        }
    }

    int port() {
        return Objects.requireNonNull(instance).port();
    }

    WebTestClient client() {
        return Objects.requireNonNull(instance).client();
    }
}
