package io.touchline.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkippedRowsTest {

    @Test
    void rowsThatAreTakenMakeRoomForLaterOnesAndStayCounted() {
        SkippedRows rows = new SkippedRows(2);
        rows.add(row(2));
        rows.add(row(3));
        rows.add(row(4));

        assertThat(rows.takeFirst()).containsExactly(row(2), row(3));
        rows.add(row(5));

        assertThat(rows.takeFirst()).containsExactly(row(5));
        assertThat(rows.first()).isEmpty();
        assertThat(rows.count()).isEqualTo(4);
    }

    private static UnreadableRow row(long line) {
        return new UnreadableRow(line, "add_price", "a decimal", "none");
    }
}
