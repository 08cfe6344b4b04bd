package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.generate.GeneratorSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theShippedSampleIsWhatGenerateWrites() throws IOException {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();

        new Generation(new GeneratorSettings(2000, 7, 1, 10, GeneratorSettings.defaultOrders(10))).run(sample);

        assertThat(sample.toByteArray()).isEqualTo(Files.readAllBytes(Path.of("http-examples", "l3-sample.csv")));
    }
}
