package io.touchline.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchline.csv.UnreadableRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionStoreTest {

    private static final long UNLIMITED = Long.MAX_VALUE;

    @TempDir
    Path root = Path.of("");

    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private DataDir dir;
    private ConversionStore store;

    @BeforeEach
    void open() throws IOException {
        dir = DataDir.open(root);
        store = ConversionStore.open(dir, Duration.ofHours(24), UNLIMITED, () -> now);
    }

    @AfterEach
    void close() throws IOException {
        dir.close();
    }

    @Test
    void keptResultIsFoundWithItsReport() throws IOException {
        keep("a", 10);

        KeptConversion found = store.find("a").orElseThrow();

        assertThat(found.report()).isEqualTo(report());
        assertThat(found.created()).isEqualTo(now);
        assertThat(found.expires()).isEqualTo(now.plus(Duration.ofHours(24)));
        assertThat(Files.size(found.l1())).isEqualTo(10);
    }

    @Test
    void newestComeFirst() throws IOException {
        keep("a", 10);
        keep("b", 10);
        keep("c", 10);

        assertThat(store.newest(2)).extracting(KeptConversion::id).containsExactly("c", "b");
        assertThat(store.count()).isEqualTo(3);
    }

    @Test
    void expiredResultIsGoneAtOnceAndFromDiskAfterASweep() throws IOException {
        keep("a", 10);
        now = now.plus(Duration.ofHours(24));

        assertThat(store.find("a")).isEmpty();
        assertThat(store.newest(10)).isEmpty();

        store.removeExpired();
        assertThat(dir.conversions()).isEmptyDirectory();
        assertThat(dir.temp()).isEmptyDirectory();
    }

    @Test
    void oldestGoBeyondTheCapAndTheNewestNever() throws IOException {
        store = ConversionStore.open(dir, Duration.ofHours(24), 250_000, () -> now);

        keep("a", 100_000);
        keep("b", 100_000);
        keep("c", 100_000);
        assertThat(store.newest(10)).extracting(KeptConversion::id).containsExactly("c", "b");

        keep("d", 1_000_000);
        assertThat(store.newest(10)).extracting(KeptConversion::id).containsExactly("d");
        assertThat(DataDir.list(dir.conversions())).hasSize(1);
    }

    @Test
    void restartFindsWhatWasKeptInItsOrder() throws IOException {
        keep("b", 10);
        now = now.plusSeconds(1);
        keep("a", 10);

        restart();

        assertThat(store.newest(10)).extracting(KeptConversion::id).containsExactly("a", "b");
        assertThat(store.find("b").orElseThrow().report()).isEqualTo(report());
    }

    @Test
    void restartRemovesWhatIsHalfDamagedOrExpired() throws IOException {
        keep("expired", 10);
        now = now.plus(Duration.ofHours(24));
        keep("whole", 10);
        keep("cut", 10);
        keep("damaged", 10);
        Files.writeString(dir.conversions().resolve("cut/l1.csv"), "short");
        Files.writeString(dir.conversions().resolve("damaged/report.json"), "{\"cre");
        Files.createDirectory(dir.conversions().resolve("empty"));
        Files.createDirectories(dir.temp().resolve("half/chart"));
        Files.writeString(dir.temp().resolve("half/l1.csv"), "time,");

        restart();

        assertThat(DataDir.list(dir.conversions()))
                .containsExactly(dir.conversions().resolve("whole"));
        assertThat(dir.temp()).isEmptyDirectory();
    }

    @Test
    void removedResultLeavesNothing() throws IOException {
        keep("a", 10);

        assertThat(store.remove("a")).isTrue();

        assertThat(store.remove("a")).isFalse();
        assertThat(store.find("a")).isEmpty();
        assertThat(dir.conversions()).isEmptyDirectory();
        assertThat(dir.temp()).isEmptyDirectory();
    }

    @Test
    void directoryInUseIsRefused() {
        assertThatExceptionOfType(DataDirInUseException.class)
                .isThrownBy(() -> DataDir.open(root))
                .withMessageContaining("in use by another process");
    }

    private void restart() throws IOException {
        dir.close();
        open();
    }

    private void keep(String id, int bytes) throws IOException {
        Path folder = Files.createDirectory(dir.temp().resolve(id));
        Files.write(folder.resolve(KeptConversion.L1_FILE), new byte[bytes]);
        store.keep(id, folder, report());
    }

    private static ConversionReport report() {
        return new ConversionReport(
                ConversionOptions.DEFAULT,
                100,
                3,
                2,
                2,
                new ConversionReport.Counters(2, 1, 0, 0, 0, 0, 0, 0, 0, 0),
                List.of(new UnreadableRow(2, "add_price", "a decimal", "\"x\"")),
                List.of(),
                "2026-01-05 09:00:00 UTC",
                "2026-01-05 09:00:01 UTC",
                "9223372036854775807",
                "9223372036854775807",
                new BigDecimal("0.000000001"),
                new BigDecimal("9223372036.854775807"),
                null,
                null,
                0,
                0.5,
                0.25,
                12,
                "aa",
                "bb");
    }
}
