package io.touchline.web.live;

import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.touchline.web.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real trading day sent live over HTTP; skipped where the reference files are not beside the project. */
class LiveReferenceIT {

    private static final Path REFERENCE = Path.of(System.getProperty("touchline.reference", "../shared/reference"));
    private static final String[] ACTIONS = {"add", "update", "delete", "trade"};

    @TempDir
    Path dir = Path.of("");

    private String header = "";
    private final List<List<String>> packets = new ArrayList<>();

    @BeforeEach
    void readPackets() throws IOException {
        assumeTrue(Files.isDirectory(REFERENCE), "no reference files in " + REFERENCE);
        List<String> lines = unzipped("l3.csv.gz").lines().toList();
        header = lines.get(0);
        String last = "";
        for (String line : lines.subList(1, lines.size())) {
            String seqNum = line.split(",", 3)[1];
            if (!seqNum.equals(last)) {
                packets.add(new ArrayList<>());
            }
            packets.get(packets.size() - 1).add(line);
            last = seqNum;
        }
    }

    private static String unzipped(String name) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(REFERENCE.resolve(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void onePostPerPacketGivesTheDaysQuotes() throws IOException {
        assertDay(1, "application/json", rows -> "[" + messages(rows, ",") + "]", "touchline.live.durability=none");
    }

    @Test
    void chunksOfCsvGiveTheDaysQuotes() throws IOException {
        assertDay(700, "text/csv", rows -> header + "\n" + String.join("\n", rows), "touchline.live.partitions=2");
    }

    @Test
    void linesOfJsonGiveTheDaysQuotes() throws IOException {
        assertDay(1500, "application/x-ndjson", rows -> messages(rows, "\n"), "touchline.live.durability=interval");
    }

    private void assertDay(int packetsPerPost, String type, Function<List<String>, String> body, String setting)
            throws IOException {
        try (RunningService service = RunningService.start(dir, setting)) {
            for (int from = 0; from < packets.size(); from += packetsPerPost) {
                List<String> rows = packets.subList(from, Math.min(from + packetsPerPost, packets.size())).stream()
                        .flatMap(List::stream)
                        .toList();
                HttpResponse<byte[]> answer =
                        service.post("books/DAY/messages", body.apply(rows), "Content-Type", type);
                assertThat(answer.statusCode()).as(() -> text(answer)).isEqualTo(200);
            }

            assertThat(text(service.get("books/DAY/l1.csv"))).isEqualTo(unzipped("l1_per_packet.csv.gz"));
            assertThat(text(service.get("books/DAY/l1.csv?emit=change")).lines())
                    .hasSize(1 + 17_195);
        }
    }

    private String messages(List<String> rows, String between) {
        return rows.stream().map(this::message).collect(Collectors.joining(between));
    }

    private String message(String row) {
        String[] cells = row.split(",", -1);
        StringBuilder json =
                new StringBuilder("{\"seq_num\":\"" + cell(cells, "seq_num") + "\",\"time\":\"" + cell(cells, "HOST")
                        + "\",\"is_image\":" + cell(cells, "is_image").equals("true"));
        for (String action : ACTIONS) {
            if (!cell(cells, action + "_orderid").isEmpty()) {
                json.append(",\"action\":\"").append(action).append("\",\"order_id\":\"");
                json.append(cell(cells, action + "_orderid")).append("\",\"side\":\"");
                json.append(cell(cells, action + "_side")).append('"');
                number(json, "price", cell(cells, action + "_price"));
                number(json, "quantity", cell(cells, action + "_qty"));
            }
        }
        return json.append('}').toString();
    }

    private static void number(StringBuilder json, String name, String value) {
        if (!value.isEmpty()) {
            json.append(",\"").append(name).append("\":").append(value);
        }
    }

    private String cell(String[] cells, String column) {
        int index = List.of(header.split(",", -1)).indexOf(column);
        return index < 0 ? "" : cells[index];
    }
}
