package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void aKnownLengthGivesABarAndTheTimeThatIsLeft() {
        assertThat(ProgressLine.text(5_000_000, 0.5, 2.0))
                .isEqualTo(" 50% [============            ]  5,000,000 rows  2,500,000 rows/s  ETA 0:02");
    }

    @Test
    void anUnknownLengthGivesTheTimeThatHasPassed() {
        assertThat(ProgressLine.text(5_000_000, Double.NaN, 62.0)).isEqualTo("5,000,000 rows  80,645 rows/s  1:02");
    }

    @Test
    void nothingDoneHasNoTimeLeft() {
        assertThat(ProgressLine.text(0, 0.0, 1.0)).isEqualTo("  0% [                        ]  0 rows  0 rows/s  ");
    }

    @Test
    void aShortWorkShowsNothing() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();

        ProgressLine.start(half(), new PrintStream(terminal, true, StandardCharsets.UTF_8))
                .close();

        assertThat(terminal.size()).isZero();
    }

    @Test
    void theLineIsWipedAwayAtTheEnd() throws InterruptedException {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();

        try (ProgressLine line = ProgressLine.start(half(), new PrintStream(terminal, true, StandardCharsets.UTF_8))) {
            while (terminal.size() == 0) {
                Thread.sleep(20);
            }
            assertThat(line).isNotNull();
        }

        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .startsWith("\r 50% [")
                .endsWith(" \r");
    }

    private static Progress half() {
        return new Progress() {
            @Override
            public long rows() {
                return 1000;
            }

            @Override
            public double share() {
                return 0.5;
            }
        };
    }
}
