package io.touchline.web.live;

import static io.touchline.web.RunningService.await;
import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.web.RunningService;
import io.touchline.web.SmallDisk;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Live books on a disk of a few megabytes that fills up, and has room again; needs the right to mount one. */
class JournalDiskFullIT {

    @RegisterExtension
    final SmallDisk disk = new SmallDisk("4m");

    private static String adds(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        "{\"seq_num\":\"%d\",\"action\":\"ADD\",\"order_id\":\"order-%d\",\"side\":\"BUY\",\"price\":1,"
                                        .formatted(i, i)
                                + "\"quantity\":1}\n")
                .collect(Collectors.joining());
    }

    @Test
    void fullDiskRefusesMessagesServesQuotesAndRecovers() throws IOException {
        Path ballast = disk.directory().resolve("ballast");
        try (RunningService service = RunningService.start(disk.directory())) {
            int sent = 0;
            HttpResponse<byte[]> answer = send(service, adds(0, 1000));
            Files.write(ballast, new byte[3 << 20]);
            while (answer.statusCode() == 200) {
                sent += 1000;
                assertThat(sent).isLessThan(1_000_000);
                answer = send(service, adds(sent, sent + 1000));
            }

            problem(answer, 503, "journal-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(text(answer)).doesNotContain(disk.directory().toString());
            assertThat(json(service.get("books/A")).path("messages").asInt()).isEqualTo(sent);
            assertThat(json(service.get("books/A/l1")).path("bid_size").asInt()).isEqualTo(sent);
            await(() -> service.get("/actuator/health/readiness").statusCode() == 503);
            assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

            Files.delete(ballast);
            await(() -> service.get("/actuator/health/readiness").statusCode() == 200);
            assertThat(send(service, adds(sent, sent + 1000)).statusCode()).isEqualTo(200);
            assertThat(json(service.get("books/A")).path("messages").asInt()).isEqualTo(sent + 1000);
        }
    }

    private static HttpResponse<byte[]> send(RunningService service, String lines) {
        return service.post("books/A/messages", lines, "Content-Type", "application/x-ndjson");
    }
}
