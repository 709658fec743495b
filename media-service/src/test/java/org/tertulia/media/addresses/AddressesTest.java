package org.tertulia.media.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;
import org.tertulia.media.files.Variant;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.FixedIds;
import org.tertulia.test.MutableClock;

class AddressesTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";
    private static final MediaId FILE = new MediaId(FixedIds.id(1));
    private static final UserId ANA = new UserId(FixedIds.id(2));
    private static final UserId BRUNO = new UserId(FixedIds.id(3));

    private final MutableClock clock = MutableClock.at("2026-11-01T12:07:00Z");
    private final Addresses addresses = addresses(KEY, "");

    private Addresses addresses(String key, String previous) {
        return new Addresses(new AddressProperties(key, previous, Duration.ofMinutes(15)), clock);
    }

    @ParameterizedTest
    @CsvSource({
        "12:00:00, 12:30:00",
        "12:00:01, 12:30:00",
        "12:14:59, 12:30:00",
        "12:15:00, 12:45:00"
    })
    void addressesEndAtCommonMoments(String now, String end) {
        clock.setTo(Instant.parse("2026-11-01T" + now + "Z"));
        assertThat(addresses.expiry()).isEqualTo("2026-11-01T" + end + "Z");
    }

    @Test
    void whoAsksAgainGetsTheSameAddress() {
        var first = address(Variant.SMALL);
        clock.advance(Duration.ofMinutes(5));
        assertThat(address(Variant.SMALL)).isEqualTo(first);
    }

    @Test
    void anAddressTellsWhomItWasMadeFor() {
        assertThat(person(address(Variant.ORIGINAL), "original")).isEqualTo(ANA);
    }

    @Test
    void anAddressIsAPathWithASignedQuery() {
        assertThat(address(Variant.LARGE))
                .matches(
                        "/api/v1/media/%s/content/large\\?person=%s&expires=1793536200&signature=[\\w-]{43}"
                                .formatted(FILE, ANA));
    }

    @Test
    void itIsGoodUntilTheVeryLastMoment() {
        var address = address(Variant.ORIGINAL);
        clock.setTo(Instant.parse("2026-11-01T12:29:59.999Z"));
        assertThat(person(address, "original")).isEqualTo(ANA);
        clock.setTo(Instant.parse("2026-11-01T12:30:00Z"));
        assertThatThrownBy(() -> person(address, "original")).isInstanceOf(AddressExpired.class);
    }

    @Test
    void itIsOfNoUseForAnotherFormOrAnotherFile() {
        var query = query(address(Variant.SMALL));
        assertThatThrownBy(() -> addresses.person(FILE, "original", query))
                .isInstanceOf(AddressInvalid.class);
        assertThatThrownBy(() -> addresses.person(new MediaId(FixedIds.id(9)), "small", query))
                .isInstanceOf(AddressInvalid.class);
    }

    @Test
    void nobodyMakesItAnothersOrLonger() {
        var query = query(address(Variant.SMALL));
        var forBruno = new SignedQuery(BRUNO.toString(), query.expires(), query.signature());
        var longer = new SignedQuery(query.person(), "1993536200", query.signature());
        for (var forged : new SignedQuery[] {forBruno, longer}) {
            assertThatThrownBy(() -> addresses.person(FILE, "small", forged))
                    .isInstanceOf(AddressInvalid.class);
        }
    }

    @Test
    void anExpiredForgeryIsAForgery() {
        var query = query(address(Variant.SMALL));
        var forged = new SignedQuery(BRUNO.toString(), query.expires(), query.signature());
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> addresses.person(FILE, "small", forged))
                .isInstanceOf(AddressInvalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "a\r\nSet-Cookie: x"})
    void whatIsNoSignatureIsInvalid(String signature) {
        var query = new SignedQuery(ANA.toString(), "1793536200", signature);
        assertThatThrownBy(() -> addresses.person(FILE, "small", query))
                .isInstanceOf(AddressInvalid.class);
    }

    @Test
    void aPartThatIsMissingOrMalformedIsInvalid() {
        var good = query(address(Variant.SMALL));
        Stream.of(
                        new SignedQuery(null, good.expires(), good.signature()),
                        new SignedQuery("ana", good.expires(), good.signature()),
                        new SignedQuery(good.person(), null, good.signature()),
                        new SignedQuery(good.person(), "soon", good.signature()),
                        new SignedQuery(good.person(), "99999999999999999999", good.signature()))
                .forEach(
                        query ->
                                assertThatThrownBy(() -> addresses.person(FILE, "small", query))
                                        .isInstanceOf(AddressInvalid.class));
    }

    @Test
    void addressesOfThePreviousKeyAreStillGood() {
        var address = address(Variant.SMALL);
        assertThat(addresses(OTHER, KEY).person(FILE, "small", query(address))).isEqualTo(ANA);
        assertThatThrownBy(() -> addresses(OTHER, "").person(FILE, "small", query(address)))
                .isInstanceOf(AddressInvalid.class);
    }

    @Test
    void newAddressesAreSignedWithTheNewKey() {
        var made = addresses(OTHER, KEY).of(FILE, Variant.SMALL, ANA, addresses.expiry());
        assertThatThrownBy(() -> person(made, "small")).isInstanceOf(AddressInvalid.class);
    }

    private String address(Variant variant) {
        return addresses.of(FILE, variant, ANA, addresses.expiry());
    }

    private UserId person(String address, String variant) {
        return addresses.person(FILE, variant, query(address));
    }

    private static SignedQuery query(String address) {
        Map<String, String> query =
                UriComponentsBuilder.fromUriString(address)
                        .build()
                        .getQueryParams()
                        .entrySet()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
        return new SignedQuery(query.get("person"), query.get("expires"), query.get("signature"));
    }
}
