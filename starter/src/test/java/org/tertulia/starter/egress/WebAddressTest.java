package org.tertulia.starter.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "http://example.org http://example.org/",
                "HTTPS://Example.ORG:443/A?b=c#d https://example.org/A?b=c",
                "http://example.org:80?x http://example.org/?x",
                "http://example.org:8080/ http://example.org:8080/",
                "https://example.org. https://example.org/",
                "https://españa.example/año?ñ=%C3%B1 https://xn--espaa-rta.example/a%C3%B1o?%C3%B1=%C3%B1",
                "https://xn--espaa-rta.example/ https://xn--espaa-rta.example/",
                "http://例え。テスト/ http://xn--r8jz45g.xn--zckzah/",
                "http://8.8.8.8/ http://8.8.8.8/",
                "http://[2001:DB8::1]/ http://[2001:db8:0:0:0:0:0:1]/",
                "http://[::ffff:127.0.0.1]/ http://127.0.0.1/",
                "http://①②⑦.0.0.1/ http://127.0.0.1/",
                "http://127。0。0。1/ http://127.0.0.1/",
                "http://example.org/100%/[x]^%zz http://example.org/100%25/%5Bx%5D%5E%25zz",
                "http://example.org//a/../b http://example.org//a/../b"
            })
    void anAddressShouldHaveOneForm(String written, String canonical) {
        assertThat(WebAddress.parse(written).map(WebAddress::toString)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "javascript:alert(1)",
                "http:example.org",
                "http:/example.org",
                "http:///example.org",
                "http://",
                "http://:80/",
                "http://user@example.org/",
                "http://user:password@example.org/",
                "http://example.org:80@127.0.0.1/",
                "http://example.org%00.evil.test/",
                "http://exam%70le.org/",
                "http://example.org\\@127.0.0.1/",
                "http://example.org/a\\b",
                "http://exa mple.org/",
                "http://example.org/a b",
                "http://example.org/\r\nX: y",
                "http://example.org:0/",
                "http://example.org:65536/",
                "http://example.org:x/",
                "http://example..org/",
                "http://.example.org/",
                "http://example.org../",
                "http://a,b.org/",
                "http://℀.org/",
                "http://straße.example/",
                "http://[::1/",
                "http://[::1]x/",
                "http://[fe80::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://[v1.x]/",
                "http://[1.2.3.4]/",
                "http://2130706433/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0X7F.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.0.0.1.1/",
                "http://127.0.0.256/",
                "http://127.0.0.08/",
                "http://1.2.3.4../",
                "http://example.0x1/",
                "http://0/"
            })
    void whatCanBeReadInAnotherWayShouldBeNone(String written) {
        assertThat(WebAddress.parse(written)).isEmpty();
    }

    @Test
    void whatIsTooLongShouldBeNone() {
        assertThat(WebAddress.parse("http://example.org/" + "a".repeat(WebAddress.MAX_LENGTH)))
                .isEmpty();
        assertThat(WebAddress.parse("http://" + "a".repeat(64) + ".org/")).isEmpty();
        assertThat(WebAddress.parse("http://" + "abcdefg.".repeat(32) + "org/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://other.test/x https://other.test/x",
                "//other.test/x https://other.test/x",
                "/x?y https://site.test:8443/x?y",
                "x https://site.test:8443/a/x",
                "../x https://site.test:8443/x",
                "?y https://site.test:8443/a/b?y",
                "é https://site.test:8443/a/%C3%A9",
                "/x#y https://site.test:8443/x"
            })
    void aRedirectShouldBeReadFromWhereItIs(String location, String next) {
        var address = WebAddress.parse("https://site.test:8443/a/b?c").orElseThrow();
        assertThat(address.follow(location).map(WebAddress::toString)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#x",
                "http://site.test/",
                "http://other.test/",
                "ftp://site.test/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "mailto:ana@site.test",
                "https://user@other.test/",
                "//user@other.test/",
                "https://2130706433/",
                "/a\\b",
                "https:other"
            })
    void aRedirectShouldNotLeadOutOfWhatIsAllowed(String location) {
        var address = WebAddress.parse("https://site.test/").orElseThrow();
        assertThat(address.follow(location)).isEmpty();
    }

    @Test
    void aRedirectShouldLeadFromHttpToHttps() {
        var address = WebAddress.parse("http://site.test/").orElseThrow();
        assertThat(address.follow("https://site.test/").map(WebAddress::toString))
                .contains("https://site.test/");
    }
}
