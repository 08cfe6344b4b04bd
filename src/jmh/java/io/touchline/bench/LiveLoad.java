package io.touchline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Live books under load, over real connections to a service in a process of its own: prints medians of some runs.
 *
 * <p>Arguments: regular expressions of the scenarios to be run, all when there are none, and {@code runs=5}. Data go to the directory for temporary files, so that is the disk
 * that is measured.
 */
public final class LiveLoad {

    private static final PrintStream OUT = System.out;
    private static final String RUNS = "runs=";

    private LiveLoad() {}

    public static void main(String[] args) throws Exception {
        List<String> named =
                Arrays.stream(args).filter(each -> !each.startsWith(RUNS)).toList();
        int runs = Arrays.stream(args)
                .filter(each -> each.startsWith(RUNS))
                .mapToInt(each -> Integer.parseInt(each.substring(RUNS.length())))
                .findFirst()
                .orElse(5);
        for (Map.Entry<String, Scenario> each : scenarios().entrySet()) {
            if (named.isEmpty() || named.stream().anyMatch(each.getKey()::matches)) {
                run(each.getKey(), each.getValue(), runs);
            }
        }
    }

    private static Map<String, Scenario> scenarios() {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        scenarios.put("csv", (dir, figures) -> new PostLoad(dir, figures).csv());
        scenarios.put("ndjson", (dir, figures) -> new PostLoad(dir, figures).ndjson());
        scenarios.put("singles", (dir, figures) -> new SingleLoad(dir, figures).run());
        for (String durability : List.of("group", "none")) {
            scenarios.put("one-" + durability, (dir, figures) -> new LatencyLoad(1, 20_000, 6, 10)
                    .run(dir, durability, figures));
            scenarios.put("many-" + durability, (dir, figures) -> new LatencyLoad(1_000, 20, 6, 10)
                    .run(dir, durability, figures));
        }
        scenarios.put("crowd", (dir, figures) -> new CrowdLoad(dir, figures).run());
        scenarios.put("fanout", (dir, figures) -> new FanOutLoad(dir, figures).run());
        scenarios.put("gateway-posts", (dir, figures) -> new GatewayLoad(dir, figures).posts());
        scenarios.put("gateway-one", (dir, figures) -> new GatewayLoad(dir, figures).latency());
        scenarios.put("start", (dir, figures) -> new StartLoad(dir, figures).run());
        scenarios.put("packaged", (dir, figures) -> new PackagedStartLoad(dir, figures).run());
        return scenarios;
    }

    private static void run(String name, Scenario scenario, int runs) throws Exception {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            Path dir = Files.createTempDirectory("live-load");
            try {
                scenario.run(dir, (figure, value) -> figures.computeIfAbsent(figure, each -> new ArrayList<>())
                        .add(value));
            } catch (IllegalStateException e) {
                OUT.printf("%-12s run %d failed: %s%n", name, i + 1, e.getMessage());
            } finally {
                delete(dir);
            }
        }
        figures.forEach((figure, values) -> print(name, figure, values));
    }

    private static void print(String name, String figure, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        OUT.printf(
                Locale.ROOT,
                "%-12s %-48s %,14.2f   of %s%n",
                name,
                figure,
                sorted.get(sorted.size() / 2),
                sorted.stream()
                        .map(each -> String.format(Locale.ROOT, "%,.2f", each))
                        .toList());
    }

    private static void delete(Path dir) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Something to be measured: on an empty directory, telling figures by their names. */
    interface Scenario {

        void run(Path dir, BiConsumer<String, Double> figures) throws Exception;
    }
}
