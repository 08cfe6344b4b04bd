package io.touchline.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;

/** All partitions: each symbol belongs to one. Any thread asks, one delivers. */
final class Partitions {

    private final List<Partition> all;

    Partitions(Shared shared) {
        all = IntStream.range(0, shared.settings().partitions())
                .mapToObj(number -> new Partition(number, shared))
                .toList();
    }

    void start() {
        all.forEach(Partition::start);
    }

    int size() {
        return all.size();
    }

    List<Partition> all() {
        return all;
    }

    /** The partition of a symbol. */
    Partition of(String symbol) {
        return all.get(number(symbol));
    }

    private int number(String symbol) {
        int hash = symbol.hashCode() * 0x9E3779B9;
        return (int) ((Integer.toUnsignedLong(hash) * all.size()) >>> 32);
    }

    /** Delivers records in their order; one about all books goes to each partition. */
    void deliver(List<JournalEntry> entries) {
        if (all.size() == 1) {
            all.get(0).deliver(Delivery.of(entries));
            return;
        }
        List<List<JournalEntry>> shares = all.stream()
                .<List<JournalEntry>>map(partition -> new ArrayList<>())
                .toList();
        for (JournalEntry entry : entries) {
            if (entry.kind() == RecordKind.SETTINGS) {
                shares.forEach(share -> share.add(entry));
            } else {
                shares.get(number(entry.symbol())).add(entry);
            }
        }
        for (int i = 0; i < shares.size(); i++) {
            if (!shares.get(i).isEmpty()) {
                all.get(i).deliver(Delivery.of(shares.get(i)));
            }
        }
    }

    /** Has a snapshot made behind all that was delivered. */
    void deliver(SnapshotRun snapshot) {
        all.forEach(each -> each.deliver(Delivery.of(snapshot)));
    }

    /** Waits until all that was delivered is applied; questions do not wait for that. */
    void awaitApplied() throws InterruptedException {
        CountDownLatch applied = new CountDownLatch(all.size());
        all.forEach(each -> each.deliver(Delivery.of(applied)));
        applied.await();
    }

    /** Asks each partition. */
    <T> List<T> askEach(Function<PartitionBooks, T> question) {
        List<CompletableFuture<T>> answers =
                all.stream().map(each -> each.ask(question)).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** As {@link #close()}, on the way out with another failure. */
    void closeQuietly() {
        try {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all threads, once all that was delivered is applied. */
    void close() throws InterruptedException {
        for (Partition each : all) {
            each.close();
        }
    }
}
