package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real trading day on the command line; skipped where the reference files are not beside the project. */
class ReferenceDayIT {

    private static final Path REFERENCE = Path.of(System.getProperty("touchline.reference", "../shared/reference"))
            .toAbsolutePath();
    private static final List<String> WITHOUT_A_PACKET =
            List.of("1568671807407776088", "1568671807407795552", "1568671807407805604");

    private final PackagedJar jar;

    ReferenceDayIT(@TempDir Path directory) {
        jar = new PackagedJar(directory);
    }

    @BeforeEach
    void convert() throws Exception {
        assumeTrue(Files.isDirectory(REFERENCE), "no reference files in " + REFERENCE);
        String l3 = REFERENCE.resolve("l3.csv.gz").toString();

        assertThat(jar.run(new byte[0], "convert", "-q", l3, "-")).isZero();
    }

    @Test
    void theOutputIsTheRightAnswerByteForByte() throws IOException {
        assertThat(jar.out()).isEqualTo(unpacked("l1_per_packet.csv.gz"));
    }

    @Test
    void theOutputHoldsThePublishedRowsExceptThoseWithoutAPacket() throws IOException {
        Set<String> rows = new HashSet<>(jar.out().lines().toList());

        List<String> missing = unpacked("expected_l1.csv.gz")
                .lines()
                .filter(row -> !rows.contains(row))
                .toList();

        assertThat(missing).map(row -> row.substring(row.lastIndexOf(',') + 1)).isEqualTo(WITHOUT_A_PACKET);
    }

    private static String unpacked(String name) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(REFERENCE.resolve(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
