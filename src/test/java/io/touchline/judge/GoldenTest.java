package io.touchline.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionReport.Counters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder per rule: {@code l3.csv} becomes {@code l1.csv}. {@code options.properties} has the options that are not the default ones,
 * {@code counters.properties} the counters that are not zero but {@code applied}.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<String> rules() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void conversionFollowsTheRule(String rule) throws IOException {
        byte[] l3 = Files.readAllBytes(GOLDEN.resolve(rule).resolve("l3.csv"));

        assertFollows(rule, Production.convert(new ByteArrayInputStream(l3), options(rule)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void judgeFollowsTheRule(String rule) throws IOException {
        byte[] l3 = Files.readAllBytes(GOLDEN.resolve(rule).resolve("l3.csv"));

        assertFollows(rule, NaiveConverter.convert(l3, options(rule)));
    }

    private static void assertFollows(String rule, Verdict verdict) throws IOException {
        assertEquals(List.of(), verdict.refused());
        assertEquals(Files.readString(GOLDEN.resolve(rule).resolve("l1.csv")), verdict.l1());
        assertEquals(properties(rule, "counters.properties"), counted(verdict.counters()));
    }

    private static ConversionOptions options(String rule) throws IOException {
        return ConversionOptions.of(properties(rule, "options.properties").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, option -> List.of(option.getValue()))));
    }

    private static Map<String, String> properties(String rule, String file) throws IOException {
        Properties properties = new Properties();
        Path path = GOLDEN.resolve(rule).resolve(file);
        if (Files.exists(path)) {
            try (InputStream in = Files.newInputStream(path)) {
                properties.load(in);
            }
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }

    private static Map<String, String> counted(Counters counters) {
        Map<String, Long> all = Map.of(
                "skipped", counters.skipped(),
                "duplicate_row", counters.duplicateRow(),
                "late_packet", counters.latePacket(),
                "late_row", counters.lateRow(),
                "duplicate_add", counters.duplicateAdd(),
                "unknown_update", counters.unknownUpdate(),
                "unknown_delete", counters.unknownDelete(),
                "unknown_trade", counters.unknownTrade(),
                "overfill", counters.overfill());
        Map<String, String> counted = new TreeMap<>();
        all.forEach((name, count) -> {
            if (count > 0) {
                counted.put(name, Long.toString(count));
            }
        });
        return counted;
    }
}
