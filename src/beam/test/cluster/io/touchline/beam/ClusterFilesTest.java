package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.convert.ConversionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversion of files on a small real cluster, against the command line. */
class ClusterFilesTest {

    @Test
    void fileGivesTheBytesOfTheCommandLinePerSymbol(@TempDir Path folder) throws Exception {
        Path l3 = MadeUpL3.write(folder.resolve("l3.csv.gz"), 200_000, 9, 8);
        Map<String, String> expected = CommandLine.convert(l3, folder.resolve("l1.csv"), ConversionOptions.DEFAULT)
                .bySymbol();

        try (FlinkCluster cluster = FlinkCluster.start(Files.createDirectory(folder.resolve("cluster")), "files", 2)) {
            cluster.run(List.of("--input=" + l3, "--output=" + folder.resolve("out") + "/"));
        }

        Map<String, String> found = CommandLine.files(folder.resolve("out/l3"));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((symbol, text) ->
                assertThat(text.equals(found.get(symbol))).as(symbol).isTrue());
    }
}
