package io.touchline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A real trading day through the sockets, a frame per packet; skipped where the reference files are not beside the project. */
class ReferenceSocketIT {

    private static final Path REFERENCE = Path.of(System.getProperty("touchline.reference", "../shared/reference"));
    private static final int UNDER_WAY = 500;
    private static final Pattern QUOTE = Pattern.compile(
            "\\{\"type\":\"quote\",\"symbol\":\"[^\"]*\",\"n\":\\d+,\"time\":\"(.*)\","
                    + "\"bid_price\":(.*),\"ask_price\":(.*),\"bid_size\":(.*),\"ask_size\":(.*),\"seq_num\":\"(\\d+)\"}");

    private final RunningService service = RunningService.shared();

    @Test
    void dayOverTheSocketsIsThatOfTheReferenceDigitByDigit() throws IOException {
        assumeTrue(Files.isDirectory(REFERENCE), "no reference files in " + REFERENCE);
        List<String> expected = lines("l1_per_packet.csv.gz");

        try (SocketFeeder symbols = new SocketFeeder(service);
                SocketClient quotes = SocketClient.open(service, "/ws/l1")) {
            String symbol = symbols.symbol();
            feed(frames(lines("l3.csv.gz"), symbol));
            quotes.ask("{'op':'subscribe','symbols':['" + symbol + "'],'emit':'packet','from':1}");

            for (String row : expected.subList(1, expected.size())) {
                assertThat(row(quotes.nextText())).isEqualTo(row);
            }
        }
    }

    private void feed(List<String> frames) {
        try (SocketClient client = SocketClient.open(service, "/ws/l3")) {
            for (int i = 0; i < frames.size() + UNDER_WAY; i++) {
                if (i < frames.size()) {
                    client.send(frames.get(i));
                }
                if (i >= UNDER_WAY) {
                    client.next("ack");
                }
            }
        }
    }

    private static String row(String frame) {
        Matcher quote = QUOTE.matcher(frame);
        assertThat(quote.matches()).as(frame).isTrue();
        return IntStream.rangeClosed(1, 6)
                .mapToObj(quote::group)
                .map(value -> value.equals("null") ? "" : value)
                .collect(Collectors.joining(","));
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(REFERENCE.resolve(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** An array of messages for each run of rows of one packet. */
    private static List<String> frames(List<String> rows, String symbol) {
        List<String> columns = List.of(rows.get(0).split(","));
        List<String> frames = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        String packet = "";
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            Map<String, String> named = IntStream.range(0, cells.length)
                    .boxed()
                    .collect(Collectors.toMap(i -> columns.get(i), i -> cells[i]));
            String seqNum = named.getOrDefault("seq_num", "");
            if (!seqNum.equals(packet) && !messages.isEmpty()) {
                frames.add(messages.toString());
                messages.clear();
            }
            packet = seqNum;
            messages.add(message(named, symbol));
        }
        frames.add(messages.toString());
        return frames;
    }

    private static String message(Map<String, String> cells, String symbol) {
        String group = List.of("add", "update", "delete", "trade").stream()
                .filter(each -> !cells.getOrDefault(each + "_orderid", "").isEmpty())
                .findFirst()
                .orElse("image");
        return "{\"symbol\":\"" + symbol + "\",\"action\":\"" + group + "\""
                + text("seq_num", cells.get("seq_num"))
                + text("time", cells.get("HOST"))
                + text("order_id", cells.get(group + "_orderid"))
                + (group.equals("image") ? "" : text("side", cells.get(group + "_side")))
                + number("price", cells.get(group + "_price"))
                + number("quantity", cells.get(group + "_qty"))
                + number("is_image", cells.get("is_image")) + "}";
    }

    private static String text(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? "" : ",\"" + name + "\":\"" + value + "\"";
    }

    private static String number(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? "" : ",\"" + name + "\":" + value;
    }
}
