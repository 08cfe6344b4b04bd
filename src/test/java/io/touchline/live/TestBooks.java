package io.touchline.live;

import io.touchline.book.Side;
import io.touchline.feed.Action;
import io.touchline.feed.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Live books for a test, and the requests that it hands in. */
final class TestBooks {

    static final long PRICE = 1_000_000_000;
    static final long QUANTITY = 100_000_000;

    private TestBooks() {}

    static JournalledBooks open(LiveSettings settings, Path dir) throws IOException {
        return JournalledBooks.open(settings, dir, InstantSource.system(), LiveEvents.NONE);
    }

    static LiveSettings settings(LiveSettings.BookSettings book) {
        LiveSettings usual = LiveSettings.DEFAULT;
        return new LiveSettings(2, 1_000, book, usual.queue(), usual.journal(), usual.history());
    }

    static LiveSettings.BookSettings book(int window, int restingOrders, int recentQuotes) {
        return new LiveSettings.BookSettings(window, Duration.ZERO, 1_000, restingOrders, recent(recentQuotes));
    }

    /** This many quotes of each book, and no bound on all together. */
    static LiveSettings.RecentSettings recent(int quotes) {
        return new LiveSettings.RecentSettings(quotes, Long.MAX_VALUE);
    }

    static RecentQuotes recentQuotes(int most) {
        return new RecentQuotes(most, new RecentMemory(Long.MAX_VALUE));
    }

    static LiveSettings with(LiveSettings settings, LiveSettings.JournalSettings journal, LiveSettings.History kept) {
        return new LiveSettings(
                settings.partitions(), settings.books(), settings.book(), settings.queue(), journal, kept);
    }

    /** Adds one order of one at a price, in a packet of its own. */
    static Applied add(LiveBooks books, String symbol, long seqNum, long price) {
        return books.submit(request(books, symbol, seqNum, Action.ADD, seqNum, price))
                .join();
    }

    static LiveRequest request(LiveBooks books, String symbol, long seqNum, Action action, long... idAndPrices) {
        LiveRequest request = books.request(symbol);
        for (int i = 0; i < idAndPrices.length; i += 2) {
            set(request.next(), seqNum, action, idAndPrices[i], idAndPrices[i + 1]);
            request.keep();
        }
        return request;
    }

    static void set(Message message, long seqNum, Action action, long orderId, long price) {
        long flags = Message.flags(1, 0, false, false, Side.BUY.bit(), action.code());
        message.set(
                seqNum,
                seqNum * 1_000,
                orderId,
                action.hasPrice() ? price * PRICE : 0,
                action.hasQuantity() ? QUANTITY : 0,
                0,
                flags);
    }

    static String history(LiveBooks books, String symbol, Emit emit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        books.history(symbol, Long.MIN_VALUE, Long.MAX_VALUE, emit, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The rows of a history, without the header. */
    static List<String> rows(LiveBooks books, String symbol, Emit emit) throws IOException {
        return history(books, symbol, emit).lines().skip(1).toList();
    }

    /** Copies the files of a directory that are finished. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".new")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
