package org.tertulia.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class RefreshCookieTest {

    private static final String OURS = "https://chat.example.org";
    private static final String THEIRS = "https://elsewhere.example.net";

    private final RefreshCookie cookie =
            new RefreshCookie(origin -> origin == null || origin.equals(OURS), Duration.ofDays(30));

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, false",
        "http://127.0.0.1:8080, false",
        "http://[::1]:8080, false",
        "https://localhost:8080, true",
        "https://chat.example.org, true",
        "http://chat.example.org, true",
        "http://127.0.0.1.example.org, true"
    })
    void onlyPlainHttpOnOneMachineGoesWithoutTls(String base, boolean secure) {
        var request = MockServerHttpRequest.post(base + "/api/v1/auth/refresh").build();

        assertThat(cookie.cleared(request).isSecure()).isEqualTo(secure);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        var cleared =
                cookie.cleared(MockServerHttpRequest.post("https://chat.example.org/").build());

        assertThat(cleared.toString())
                .startsWith("tertulia_refresh=;")
                .contains(
                        "Path=/api/v1/auth;",
                        "Max-Age=0;",
                        "Secure",
                        "HttpOnly",
                        "SameSite=Strict");
    }

    @Test
    void aPageOfOursMayUseIt() {
        assertThat(cookie.read(withCookie().header("Origin", OURS).build())).contains("the-token");
    }

    @Test
    void otherPagesAndThoseThatHideTheirOriginMayNot() {
        assertThatThrownBy(() -> cookie.read(withCookie().header("Origin", THEIRS).build()))
                .isInstanceOf(OriginNotAllowed.class);
        assertThatThrownBy(() -> cookie.read(withCookie().header("Origin", "null").build()))
                .isInstanceOf(OriginNotAllowed.class);
        assertThatThrownBy(() -> cookie.read(withCookie().build()))
                .isInstanceOf(OriginNotAllowed.class);
    }

    @Test
    void withoutTheCookieTheOriginDoesNotMatter() {
        var request = MockServerHttpRequest.post("/").header("Origin", THEIRS).build();

        assertThat(cookie.read(request)).isEmpty();
    }

    @Test
    void itIsGivenToPagesOfOursAndToWhatIsNoPage() {
        var theirs = MockServerHttpRequest.post("/").header("Origin", THEIRS).build();
        var nobodys = MockServerHttpRequest.post("/").build();

        assertThatCode(() -> cookie.requireMayBeGiven(nobodys, TokenPlace.COOKIE))
                .doesNotThrowAnyException();
        assertThatCode(() -> cookie.requireMayBeGiven(theirs, TokenPlace.BODY))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> cookie.requireMayBeGiven(theirs, TokenPlace.COOKIE))
                .isInstanceOf(OriginNotAllowed.class);
    }

    private static MockServerHttpRequest.BodyBuilder withCookie() {
        return MockServerHttpRequest.post("/")
                .cookie(new HttpCookie(RefreshCookie.NAME, "the-token"));
    }
}
