package org.tertulia.starter.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::7f00:1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:808:808::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotPublicShouldBeRefused(String address) {
        assertThat(guard.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "64:ff9b::808:808",
                "::ffff:8.8.8.8",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2a00:1450:4003:80b::200e"
            })
    void whatIsPublicShouldBeAllowed(String address) {
        assertThat(guard.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void anIPv4AddressThatAnAnswerHidesInAnIPv6OneShouldBeSeen() throws UnknownHostException {
        var bytes = new byte[16];
        bytes[10] = (byte) 0xFF;
        bytes[11] = (byte) 0xFF;
        bytes[12] = 127;
        bytes[15] = 1;
        InetAddress hidden = Inet6Address.getByAddress("public.test", bytes, 0);
        assertThat(hidden).isInstanceOf(Inet6Address.class);
        assertThat(guard.allows(hidden)).isFalse();
    }

    @Test
    void theOperatorShouldAllowBlocksByName() {
        var opened = new AddressGuard(List.of("10.1.0.0/16", "127.0.0.1", "fd00::/8"));
        assertThat(opened.allows(InetAddress.ofLiteral("10.1.255.1"))).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("::ffff:10.1.0.1"))).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("fd12::1"))).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("8.8.8.8"))).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
        assertThat(opened.allows(InetAddress.ofLiteral("127.0.0.2"))).isFalse();
        assertThat(opened.allows(InetAddress.ofLiteral("fc00::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/-1", "localhost/8", "10.0.0.0/x", "", "::/129"})
    void whatIsNoBlockShouldKeepTheServiceFromStarting(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AddressGuard(List.of(written)));
    }
}
