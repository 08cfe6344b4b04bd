package io.touchline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.touchline.book.OrderBook;
import io.touchline.book.Outcome;
import io.touchline.book.Side;
import io.touchline.csv.L3Writer;
import io.touchline.feed.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class L3GeneratorTest {

    private static final GeneratorSettings PINNED = new GeneratorSettings(50_000, 42, 3, 12, 300);

    @Test
    void theSameSettingsGiveTheSameBytesOnEveryJava() throws IOException, NoSuchAlgorithmException {
        byte[] text = text(PINNED);

        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));

        assertThat(sha256).isEqualTo("7145c0695c6f220086947e40d71a4b72f3856cc16039f2d9e48cb9e16ead8e60");
    }

    @Test
    void anotherSeedIsAnotherStream() throws IOException {
        GeneratorSettings other = new GeneratorSettings(50_000, 43, 3, 12, 300);

        assertThat(text(other)).isNotEqualTo(text(PINNED));
    }

    @Test
    void moreRowsBeginWithTheSameRows() throws IOException {
        GeneratorSettings longer = new GeneratorSettings(60_000, 42, 3, 12, 300);

        assertThat(new String(text(longer), StandardCharsets.US_ASCII))
                .startsWith(new String(text(PINNED), StandardCharsets.US_ASCII));
    }

    @Test
    void givesAsManyRowsAsWanted() throws IOException {
        assertThat(text(new GeneratorSettings(0, 1, 1, 5, 100))).asString().hasLineCount(1);
        assertThat(text(new GeneratorSettings(77, 1, 1, 5, 100))).asString().hasLineCount(78);
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,2", "2,1,1,20", "3,1,20,400", "4,7,5,100", "5,1,100,5000", "6,40,10,200"})
    void nothingOddHappensAndNoBookCrosses(long seed, int symbols, int depth, int orders) {
        GeneratorSettings settings = new GeneratorSettings(200_000, seed, symbols, depth, orders);
        Map<Integer, OrderBook> books = new HashMap<>();

        forEach(settings, message -> {
            OrderBook book = books.computeIfAbsent(message.symbol(), symbol -> new OrderBook(2 * orders));

            assertThat(apply(message, book)).isEqualTo(Outcome.APPLIED);
            assertThat(isCrossedOrLocked(book)).isFalse();
        });
    }

    private static boolean isCrossedOrLocked(OrderBook book) {
        return book.bidPrice() != OrderBook.NO_PRICE
                && book.askPrice() != OrderBook.NO_PRICE
                && book.bidPrice() >= book.askPrice();
    }

    @ParameterizedTest
    @CsvSource({"1,20,400", "2,10,1000", "3,200,20000"})
    void theRestingOrdersStayNearTheirNumberAndTheLevelsNearTheirs(long seed, int depth, int orders) {
        OrderBook book = new OrderBook(2 * orders);

        forEach(new GeneratorSettings(500_000, seed, 1, depth, orders), message -> {
            apply(message, book);
            if (message.line() > orders + 2) {
                assertThat(book.orders()).isBetween(orders * 6 / 10, orders * 13 / 10);
                assertThat(book.levelCount(Side.BUY)).isBetween(depth / 3, 2 * depth + 4);
            }
        });
    }

    @Test
    void thePriceMoves() {
        OrderBook book = new OrderBook(1000);
        List<Long> bids = new ArrayList<>();

        forEach(new GeneratorSettings(200_000, 9, 1, 20, 400), message -> {
            apply(message, book);
            if (message.line() > 1000) {
                bids.add(book.bidPrice());
            }
        });

        assertThat(bids.stream().distinct().count()).isGreaterThan(10);
    }

    @Test
    void eachSymbolStartsWithItsImageInOnePacketOfItsOwn() {
        Map<Integer, Long> imagePackets = new HashMap<>();

        forEach(PINNED, message -> {
            Long packet = imagePackets.putIfAbsent(message.symbol(), message.seqNum());

            assertThat(message.isImage()).isEqualTo(packet == null || packet == message.seqNum());
        });

        assertThat(imagePackets.values()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void sequenceNumbersAndTimesRiseAndSweepsShareThem() {
        long[] last = {0, 0, 0};

        forEach(PINNED, message -> {
            assertThat(message.seqNum()).isGreaterThanOrEqualTo(last[0]);
            assertThat(message.timeNanos()).isGreaterThanOrEqualTo(last[1]);
            assertThat(message.timeNanos() == last[1]).isEqualTo(message.seqNum() == last[0]);
            last[2] += message.seqNum() == last[0] && !message.isImage() ? 1 : 0;
            last[0] = message.seqNum();
            last[1] = message.timeNanos();
        });

        assertThat(last[2]).isGreaterThan(100);
    }

    @Test
    void nothingIsAllocatedOnceTheImageHasPassed() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        L3Generator generator = new L3Generator(new GeneratorSettings(400_000, 1, 1, 20, 400));
        Message message = new Message();
        for (int i = 0; i < 200_000; i++) {
            generator.next(message);
        }
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            generator.next(message);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isZero();
    }

    private static void forEach(GeneratorSettings settings, Consumer<Message> check) {
        L3Generator generator = new L3Generator(settings);
        Message message = new Message();
        while (generator.next(message)) {
            check.accept(message);
        }
    }

    private static Outcome apply(Message m, OrderBook book) {
        return switch (m.action()) {
            case ADD -> book.add(m.orderId(), m.side(), m.price(), m.quantity());
            case UPDATE -> book.update(m.orderId(), m.side(), m.price(), m.quantity());
            case DELETE -> book.delete(m.orderId(), m.side());
            case TRADE -> book.trade(m.orderId(), m.side(), m.quantity());
            case IMAGE -> throw new AssertionError("an empty image is never generated");
        };
    }

    private static byte[] text(GeneratorSettings settings) throws IOException {
        L3Generator generator = new L3Generator(settings);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Message message = new Message();
        try (L3Writer writer = new L3Writer(text, generator.symbols())) {
            writer.header();
            while (generator.next(message)) {
                writer.row(message, generator.position());
            }
        }
        return text.toByteArray();
    }
}
