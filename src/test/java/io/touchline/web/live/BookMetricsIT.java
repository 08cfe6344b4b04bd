package io.touchline.web.live;

import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.web.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What Prometheus is told of live books, and that it adds up. */
class BookMetricsIT {

    private static final String ADD =
            "{\"seq_num\":\"%d\",\"action\":\"ADD\",\"order_id\":\"%d\",\"side\":\"BUY\",\"price\":1,\"quantity\":1}\n";

    @TempDir
    Path dir = Path.of("");

    private static String adds(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> ADD.formatted(i, i)).collect(Collectors.joining());
    }

    private static HttpResponse<byte[]> send(RunningService service, String symbol, String lines) {
        return service.post("books/" + symbol + "/messages", lines, "Content-Type", "application/x-ndjson");
    }

    /** Late, duplicate, refused and held messages, and books deleted while they hold some. */
    @Test
    void metricsOfAMixedLoadFulfilTheirEquations() {
        try (RunningService service = RunningService.start(
                dir, "touchline.live.window=3", "touchline.limits.resting-orders=6", "touchline.live.partitions=2")) {
            Random random = new Random(11);
            double sent = 0;
            for (int i = 0; i < 60; i++) {
                String symbol = "S" + random.nextInt(4);
                if (i % 20 == 19) {
                    service.delete("books/" + symbol);
                }
                JsonNode answer = json(send(service, symbol, mixed(random, i / 4)));
                sent += answer.path("messages").asInt();
            }
            send(service, "HELD", adds(7, 8));
            sent++;
            service.delete("books/HELD");
            Map<String, Double> metrics = metrics(service);

            assertThat(sum(metrics, "touchline_live_messages_total")).isEqualTo(sent);
            assertThat(sum(metrics, "touchline_live_outcomes_total") + sum(metrics, "touchline_live_held"))
                    .isEqualTo(sent);
            assertThat(metrics)
                    .allSatisfy((name, value) -> assertThat(value).as(name).isNotNegative());
            for (String outcome :
                    List.of("applied", "late_row", "duplicate_row", "duplicate_add", "too_many_orders", "forgotten")) {
                assertThat(metrics.get("touchline_live_outcomes_total{outcome=\"" + outcome + "\"}"))
                        .as(outcome)
                        .isPositive();
            }
            assertThat(sum(metrics, "touchline_live_held")).isPositive();
            IntStream.range(0, 4).forEach(i -> service.delete("books/S" + i));
            assertThat(sum(metrics(service), "touchline_live_held")).isZero();
            assertThat(sum(metrics(service), "touchline_live_outcomes_total")).isEqualTo(sent);
        }
    }

    /** Some packets around a number, one of them with a row that comes twice. */
    private static String mixed(Random random, int around) {
        String row = ADD.formatted(around + random.nextInt(8), random.nextInt(40));
        String other = ADD.formatted(around + random.nextInt(8), random.nextInt(40));
        return row + row.replace("\"quantity\":1", "\"quantity\":2") + row + other;
    }

    /** The samples of live books as Prometheus has them, histograms left out. */
    private static Map<String, Double> metrics(RunningService service) {
        return text(service.get("/actuator/prometheus"))
                .lines()
                .filter(line -> line.startsWith("touchline_live_") && !line.contains("_seconds"))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Double.valueOf(parts[1])));
    }

    private static double sum(Map<String, Double> metrics, String name) {
        return metrics.entrySet().stream()
                .filter(each -> each.getKey().equals(name) || each.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    @Test
    void metricsCountMessagesByActionAndOutcome() {
        try (RunningService service = RunningService.start(dir)) {
            send(service, "A", adds(0, 10));
            send(service, "A", adds(9, 10));
            send(service, "A", adds(3, 5));

            String metrics = text(service.get("/actuator/prometheus"));

            assertThat(metrics)
                    .contains("touchline_live_messages_total{action=\"add\"} 13.0")
                    .contains("touchline_live_outcomes_total{outcome=\"applied\"} 10.0")
                    .contains("touchline_live_outcomes_total{outcome=\"duplicate_add\"} 1.0")
                    .contains("touchline_live_outcomes_total{outcome=\"late_row\"} 2.0")
                    .contains("touchline_live_packets_total 11.0")
                    .contains("touchline_live_books 1.0")
                    .contains("touchline_live_latency_seconds_count 3")
                    .contains("touchline_live_latency_seconds_bucket")
                    .contains("touchline_live_journal_fsync_seconds_count")
                    .contains("touchline_live_journal_size");
        }
    }
}
