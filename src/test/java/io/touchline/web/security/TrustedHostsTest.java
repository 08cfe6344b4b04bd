package io.touchline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedHostsTest {

    private final TrustedHosts hosts = TrustedHosts.loopbackAnd(List.of("Desk.example.com", "[fd00::1]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "127.0.0.1:8080",
                "127.1.2.3",
                "[::1]",
                "[::1]:8080",
                "desk.example.com",
                "desk.example.com:443",
                "[fd00::1]:80"
            })
    void namesOfThisMachineAndConfiguredOnesAreTrusted(String host) {
        assertThat(hosts.trust(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example:8080",
                "evil.example:localhost",
                "localhost@evil.example",
                "evildesk.example.com",
                "desk.example.com.",
                "[::2]",
                "::1",
                "0.0.0.0",
                "localhost:80:80"
            })
    void otherNamesAreNot(String host) {
        assertThat(hosts.trust(host)).isFalse();
    }

    @Test
    void absentNameIsTrustedOnlyWhereAnyIs() {
        assertThat(hosts.trust(null)).isFalse();
        assertThat(TrustedHosts.any().trust(null)).isTrue();
        assertThat(TrustedHosts.any().trust("evil.example")).isTrue();
    }
}
