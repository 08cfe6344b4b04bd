package io.touchline.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.csv.ReaderLimits;
import io.touchline.live.Emit;
import io.touchline.live.JournalledBooks;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveRequest;
import io.touchline.live.LiveSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same messages at random as CSV, as an array and as lines of JSON, numbers as numbers and as texts: they make the same book. */
class MessageFormsTest {

    private static final int REQUESTS = 60;
    private static final List<String> ACTIONS = List.of("ADD", "UPDATE", "DELETE", "TRADE", "IMAGE");
    private static final List<String> IDS = List.of(
            "0",
            "7",
            "007",
            "9007199254740993",
            "18446744073709551615",
            "18446744073709551616",
            "1e3",
            "-7",
            "a b",
            "é€𝄞",
            "b-7f3d0c1e-9a52-4e34-8f51-0c8d2f1f5a11",
            "x".repeat(64));
    private static final List<String> PRICES = List.of(
            "1",
            "-0.5",
            "0",
            "1e1",
            "0.28500000000000003",
            "1.0000000005",
            "1.7976931348623157e+308",
            "-1.7976931348623157e+308",
            "2147483647",
            "-2147483648",
            "9223372036.854775806",
            "0.000000001");
    private static final List<String> QUANTITIES =
            List.of("0", "1", "2.50", "0.00000001", "1e2", "92233720368.54775807", "0.000000005");
    private static final List<String> TIMES = List.of(
            "2026-01-05 09:00:00 UTC",
            "2026-01-05T09:00:00.123456789Z",
            "2026-01-05T10:00:00.5+01:00",
            "1969-12-31 23:59:59.999999999 UTC");
    private static final String HEADER = "seq_num,time,is_image,add_order_id,add_side,add_price,add_qty,"
            + "update_order_id,update_side,update_price,update_qty,delete_order_id,delete_side,"
            + "trade_order_id,trade_side,trade_price,trade_qty\n";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void formsOfTheSameMessagesMakeTheSameBook(long seed, @TempDir Path dir) throws IOException {
        Random random = new Random(seed);
        MessageLimits limits = new MessageLimits(100, 10_000);
        try (JournalledBooks csv = open(dir.resolve("csv"));
                JournalledBooks array = open(dir.resolve("array"));
                JournalledBooks lines = open(dir.resolve("lines"))) {
            CsvMessages rows = new CsvMessages(csv, new ReaderLimits(1 << 16, 100, Long.MAX_VALUE, 1 << 20), 100);
            JsonMessages objects = new JsonMessages(array, limits, InstantSource.system());
            JsonMessages more = new JsonMessages(lines, limits, InstantSource.system());
            long seqNum = 1L << 53;
            for (int request = 0; request < REQUESTS; request++) {
                List<Values> values = new ArrayList<>();
                for (int messages = 1 + random.nextInt(8); messages > 0; messages--) {
                    seqNum += random.nextInt(5) - 1;
                    values.add(Values.of(random, seqNum));
                }
                submit(csv, rows.read("A", stream(csv(values))));
                submit(array, objects.read("A", stream(array(values)), false));
                submit(lines, more.read("A", stream(lines(values)), true));
            }

            assertThat(List.of(array.digest(), lines.digest())).containsOnly(csv.digest());
            assertThat(history(array)).isEqualTo(history(csv)).isEqualTo(history(lines));
        }
    }

    private static JournalledBooks open(Path dir) throws IOException {
        return JournalledBooks.open(LiveSettings.DEFAULT, dir, InstantSource.system(), LiveEvents.NONE);
    }

    private static void submit(JournalledBooks books, LiveRequest request) {
        books.submit(request).join();
    }

    private static String history(JournalledBooks books) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        books.history("A", Long.MIN_VALUE, Long.MAX_VALUE, Emit.PACKET, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(List<Values> values) {
        return values.stream().map(Values::row).collect(Collectors.joining("\n", HEADER, ""));
    }

    private static String array(List<Values> values) {
        return values.stream().map(each -> each.object("")).collect(Collectors.joining(" ,\n", "[", "]"));
    }

    private static String lines(List<Values> values) {
        return values.stream().map(each -> each.object("\"")).collect(Collectors.joining("\n"));
    }

    /** The texts of a message. */
    private record Values(
            long seqNum,
            String time,
            String action,
            boolean image,
            String id,
            String side,
            String price,
            String quantity) {

        static Values of(Random random, long seqNum) {
            String action = one(random, ACTIONS);
            return new Values(
                    seqNum,
                    one(random, TIMES),
                    action,
                    action.equals("IMAGE") || random.nextInt(20) == 0,
                    one(random, IDS),
                    one(random, List.of("BUY", "SELL", "sell")),
                    one(random, PRICES),
                    one(random, QUANTITIES));
        }

        private static String one(Random random, List<String> texts) {
            return texts.get(random.nextInt(texts.size()));
        }

        String row() {
            StringBuilder row = new StringBuilder(seqNum + "," + time + "," + (image ? "true" : ""));
            for (String each : List.of("ADD", "UPDATE", "DELETE", "TRADE")) {
                String values = each.equals("DELETE") ? "" : "," + price + "," + quantity;
                String cells = "," + id + "," + side + values;
                row.append(each.equals(action) ? cells : cells.replaceAll("[^,]", ""));
            }
            return row.toString();
        }

        /** An object whose decimals stand between quotes, or not. */
        String object(String quote) {
            String needed = "{\"action\":\"" + action + "\",\"seq_num\":\"" + seqNum + "\",\"time\":\"" + time
                    + "\",\"is_image\":" + image;
            if (action.equals("IMAGE")) {
                return needed + "}";
            }
            return needed + ",\"order_id\":\"" + id + "\",\"side\":\"" + side + "\",\"price\":" + quote + price + quote
                    + ",\"quantity\":" + quote + quantity + quote + "}";
        }
    }
}
