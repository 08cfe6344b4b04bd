package io.touchline.beam;

import io.touchline.live.Applied;
import io.touchline.live.BookState;
import io.touchline.live.Depth;
import io.touchline.live.Emit;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveEvents;
import io.touchline.live.LiveRequest;
import io.touchline.live.LiveSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the service makes of requests: its books in this process. */
final class Service implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LiveBooks books;

    Service(Path folder) throws IOException {
        books = LiveBooks.open(LiveSettings.DEFAULT, folder, InstantSource.system(), LiveEvents.NONE);
    }

    CompletableFuture<Applied> submit(LiveRequest request) {
        return books.submit(request, PATIENCE);
    }

    void forget(String symbol) {
        books.forget(symbol).join();
    }

    @Nullable
    BookState state(String symbol) {
        return books.state(symbol);
    }

    @Nullable
    Depth depth(String symbol, int levels) {
        return books.depth(symbol, levels).join().orElse(null);
    }

    /** The level 1 of each book as CSV, by symbol, once all that was submitted is applied. */
    Map<String, String> l1(Emit emit) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String symbol : books.symbols()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            books.history(symbol, Long.MIN_VALUE, Long.MAX_VALUE, emit, out);
            texts.put(symbol, out.toString(StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Override
    public void close() throws IOException {
        books.close();
    }
}
