package io.touchline.generate;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "-1,1,20,400,rows",
        "1,0,20,400,symbols",
        "1,10001,20,400,symbols",
        "1,1,0,400,depth",
        "1,1,20,39,orders"
    })
    void refusesWhatItCannotDoAndNamesIt(long rows, int symbols, int depth, int orders, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneratorSettings(rows, 1, symbols, depth, orders))
                .withMessageStartingWith(name + ": expected a number from ");
    }
}
