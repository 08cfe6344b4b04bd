package io.touchline.kill;

import io.touchline.csv.L1Format;
import io.touchline.csv.L1Writer;
import io.touchline.csv.L3Reader;
import io.touchline.csv.ReaderLimits;
import io.touchline.feed.MessageBatch;
import io.touchline.feed.Quote;
import io.touchline.live.BookState;
import io.touchline.live.Emit;
import io.touchline.live.JournalledBooks;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveQuote;
import io.touchline.live.LiveRequest;
import io.touchline.live.LiveSettings;
import io.touchline.live.QuoteSubscriber;
import io.touchline.live.SubscriptionRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/**
 * Live books alone in a process, which starts in a tenth of the service's time. Calls come through the standard input and are answered, in any order,
 * through the standard output; {@link EngineProcess} is the other end.
 *
 * <pre>
 *   call:   8 bytes number, UTF name, UTF symbol, 4 bytes length, argument
 *   answer: 8 bytes number of the call, 4 bytes length, text
 * </pre>
 */
public final class EngineMain {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SEGMENT_BYTES = 64 << 10;
    private static final ReaderLimits LIMITS = new ReaderLimits(1 << 16, 256, Long.MAX_VALUE, 100);

    private final LiveBooks books;
    private final DataInputStream in = new DataInputStream(System.in);
    private final DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));

    private EngineMain(LiveBooks books) {
        this.books = books;
    }

    public static void main(String[] args) throws IOException {
        try (LiveBooks books =
                JournalledBooks.open(settings(), Path.of(args[0]), InstantSource.system(), LiveEvents.NONE)) {
            EngineMain main = new EngineMain(books);
            main.answer(EngineProcess.OPEN, "");
            main.run();
        } catch (EOFException e) {
            // the other end is gone
        }
    }

    /** Files so small that new ones are begun, and snapshots made, all the time. */
    static LiveSettings settings() {
        LiveSettings usual = LiveSettings.DEFAULT;
        LiveSettings.JournalSettings journal = new LiveSettings.JournalSettings(
                usual.journal().durability(), usual.journal().fsyncInterval(), SEGMENT_BYTES);
        return new LiveSettings(2, usual.books(), usual.book(), usual.queue(), journal, usual.history());
    }

    private void run() throws IOException {
        while (true) {
            call(in.readLong(), in.readUTF(), in.readUTF(), in.readNBytes(in.readInt()));
        }
    }

    private void call(long call, String name, String symbol, byte[] argument) throws IOException {
        String text = new String(argument, StandardCharsets.UTF_8);
        switch (name) {
            case "send" -> answer(call, books.submit(request(symbol, argument), PATIENCE));
            case "forget" -> answer(call, books.forget(symbol));
            case "follow" ->
                books.subscribe(new SubscriptionRequest(symbol, Emit.PACKET, Long.parseLong(text)), new Told(call));
            case "history" -> answer(call, history(symbol, Emit.valueOf(text)));
            default -> answer(call, view(symbol));
        }
    }

    private LiveRequest request(String symbol, byte[] l3) throws IOException {
        L3Reader reader = new L3Reader(new ByteArrayInputStream(l3), LIMITS, null);
        LiveRequest request = books.request(symbol);
        MessageBatch batch = new MessageBatch(256);
        while (reader.read(batch.clear())) {
            request.add(batch);
        }
        return request;
    }

    private String history(String symbol, Emit emit) throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        books.history(symbol, Long.MIN_VALUE, Long.MAX_VALUE, emit, csv);
        return csv.toString(StandardCharsets.UTF_8);
    }

    private String view(String symbol) {
        BookState state = books.state(symbol);
        if (state == null) {
            return "no book";
        }
        return state.changeN() + " " + state.packetN() + " " + state.lastSeqNum() + " " + state.size() + " "
                + state.counters() + " "
                + books.depth(symbol, Integer.MAX_VALUE).join();
    }

    private void answer(long call, CompletableFuture<?> future) {
        CompletableFuture<?> unused = future.whenComplete(
                (done, failure) -> answerQuietly(call, failure == null ? "" : "failed: " + failure));
    }

    private void answerQuietly(long call, String text) {
        try {
            answer(call, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(long call, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.writeLong(call);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /** Answers a call with each quote. */
    private final class Told implements QuoteSubscriber {

        private final long call;

        Told(long call) {
            this.call = call;
        }

        @Override
        public void quote(LiveQuote quote, boolean snapshot) {
            answerQuietly(call, quote.n() + " " + row(quote));
        }

        @Override
        public void tooOld(String symbol, long oldest) {
            answerQuietly(call, "0 too old");
        }

        @Override
        public void forgotten(String symbol) {
            answerQuietly(call, "0 forgotten");
        }

        private String row(LiveQuote told) {
            Quote quote = new Quote();
            quote.packet(0, told.timeNanos(), told.seqNum());
            quote.values(told.bidPrice(), told.bidQuantity(), told.askPrice(), told.askQuantity());
            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            try {
                L1Writer writer = new L1Writer(csv, L1Format.CSV, null);
                writer.write(quote);
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return csv.toString(StandardCharsets.UTF_8).lines().reduce("", (header, last) -> last);
        }
    }
}
