package io.touchline.convert;

import io.touchline.feed.Feed;
import io.touchline.feed.MessageBatch;
import io.touchline.feed.PacketScan;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Hands batches to a feed on a thread of its own, so that reading and applying share two cores.
 *
 * <p>The reading thread takes an empty batch, fills it and passes it on; {@link #finish} waits until all is applied. What the feed throws comes
 * out of {@link #take} or of {@link #finish}. A fixed number of batches goes round, so a slow feed slows the reader.
 */
final class BatchRelay {

    private static final int BATCHES = 4;

    private final Feed feed;
    private final PacketScan scan = new PacketScan();
    private final BlockingQueue<MessageBatch> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<MessageBatch> full = new ArrayBlockingQueue<>(BATCHES + 1);
    private final MessageBatch end = new MessageBatch(0);
    private final CompletableFuture<Void> allApplied;
    private volatile @Nullable Throwable failure;

    /** Makes the batches and starts the thread; from now until {@link #finish} the feed is the thread's. */
    BatchRelay(Feed feed, int messagesPerBatch) {
        this.feed = feed;
        for (int i = 0; i < BATCHES; i++) {
            empty.add(new MessageBatch(messagesPerBatch));
        }
        allApplied = CompletableFuture.runAsync(this::run, BatchRelay::start);
    }

    /** An empty batch, as soon as there is one. */
    MessageBatch take() {
        MessageBatch batch = next(empty);
        rethrow();
        return batch;
    }

    /** Passes a batch on, to be applied behind those before it; does what the feed would do first, since reading takes less time than applying. */
    void pass(MessageBatch batch) {
        scan.scan(batch);
        full.add(batch);
    }

    /** Waits until all that was passed on is applied; the feed is the caller's again. */
    void finish() {
        full.add(end);
        allApplied.join();
        rethrow();
    }

    private static void start(Runnable run) {
        Thread thread = new Thread(run, "touchline-apply");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        for (MessageBatch batch = next(full); batch != end; batch = next(full)) {
            empty.add(failure == null ? apply(batch) : batch.clear());
        }
    }

    private MessageBatch apply(MessageBatch batch) {
        try {
            return feed.accept(batch);
        } catch (RuntimeException | Error e) {
            failure = e;
            return batch.clear();
        }
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static MessageBatch next(BlockingQueue<MessageBatch> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
