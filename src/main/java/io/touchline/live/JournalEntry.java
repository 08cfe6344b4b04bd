package io.touchline.live;

import io.touchline.binary.NumberReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A journal record on its way to its book: from a caller through the journal, or out of the journal when it is replayed.
 *
 * <p>One thread at a time: queues hand it on. Only its number changes, when it is written; it completes once.
 */
final class JournalEntry {

    private final RecordKind kind;
    private final String symbol;
    private final byte[] bytes;
    private final int from;
    private final int bodyFrom;
    private final int to;
    private final long receivedNanos;
    private final CompletableFuture<Applied> future = new CompletableFuture<>();
    private long number;

    private JournalEntry(String symbol, byte[] bytes, int from, int to, long receivedNanos) {
        this.kind = RecordKind.of(bytes[from]);
        this.symbol = symbol;
        this.bytes = bytes;
        this.from = from;
        this.bodyFrom = from + 2 + bytes[from + 1];
        this.to = to;
        this.receivedNanos = receivedNanos;
    }

    /** The record of a caller's request. */
    static JournalEntry of(LiveRequest request) {
        return new JournalEntry(request.symbol(), request.bytes(), 0, request.length(), request.receivedNanos());
    }

    /** A record of the engine's own. */
    static JournalEntry of(String symbol, RecordWriter record) {
        return new JournalEntry(symbol, record.bytes(), 0, record.length(), System.nanoTime());
    }

    /**
     * A record out of the journal, at {@code bytes[from..to]}.
     *
     * @param before the one before, whose symbol it often shares
     */
    static JournalEntry replayed(long number, byte[] bytes, int from, int to, @Nullable JournalEntry before) {
        int start = from + 2;
        int end = start + bytes[from + 1];
        String symbol = before != null && before.hasSymbol(bytes, start, end)
                ? before.symbol
                : new String(bytes, start, end - start, StandardCharsets.UTF_8);
        JournalEntry entry = new JournalEntry(symbol, bytes, from, to, 0);
        entry.number = number;
        return entry;
    }

    private boolean hasSymbol(byte[] b, int start, int end) {
        return Arrays.equals(bytes, from + 2, bodyFrom, b, start, end);
    }

    RecordKind kind() {
        return kind;
    }

    /** Empty for a record about all books. */
    String symbol() {
        return symbol;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return to - from;
    }

    /** Moves a reader to what stands behind the symbol. */
    NumberReader body(NumberReader in) {
        return in.moveTo(bytes, bodyFrom, to);
    }

    /** When the request was begun, as {@link System#nanoTime()} goes; 0 when it is replayed. */
    long receivedNanos() {
        return receivedNanos;
    }

    boolean isReplayed() {
        return receivedNanos == 0;
    }

    /** The number of its record; 0 before it is written. */
    long number() {
        return number;
    }

    void written(long number) {
        this.number = number;
    }

    CompletableFuture<Applied> future() {
        return future;
    }
}
