package io.touchline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TouchlineTest {

    @Test
    void noArgumentsStartTheService() {
        assertThat(Touchline.startsService()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "--server.port=8081", "--spring.profiles.active=x", "--debug=true"})
    void serveAndSettingsStartTheService(String first) {
        assertThat(Touchline.startsService(first)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"convert", "generate", "--help", "-h", "--version", "conver", "l3.csv"})
    void allElseIsForTheCommandLine(String first) {
        assertThat(Touchline.startsService(first)).isFalse();
    }
}
