package io.touchline.live;

import io.touchline.live.JournalUnavailableException.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a partition: deliveries, bounded by records and bytes, and questions of other threads, bounded by number. One thread takes out.
 */
final class PartitionQueue {

    private static final int MOST_QUESTIONS = 4096;
    private static final Duration QUESTION_WAIT = Duration.ofSeconds(5);

    private final int mostEntries;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition arrival = lock.newCondition();
    private final ArrayDeque<Delivery> deliveries = new ArrayDeque<>();
    private final ArrayDeque<Runnable> questions = new ArrayDeque<>();
    private int entries;
    private long bytes;
    private boolean closed;

    PartitionQueue(LiveSettings.QueueSettings settings) {
        mostEntries = settings.requests();
        mostBytes = settings.bytes();
    }

    /** Puts a delivery in, once there is room; after the queue is closed it is for nothing. */
    void put(Delivery delivery) {
        lock.lock();
        try {
            while (!closed && !deliveries.isEmpty() && (entries >= mostEntries || bytes >= mostBytes)) {
                room.awaitUninterruptibly();
            }
            deliveries.add(delivery);
            entries += delivery.entries().size();
            bytes += delivery.bytes();
            arrival.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks the partition's thread to do something between two deliveries.
     *
     * @throws BooksBusyException when too much is asked
     * @throws JournalUnavailableException when the queue is closed
     */
    void ask(Runnable question) {
        lock.lock();
        try {
            long left = QUESTION_WAIT.toNanos();
            while (!closed && questions.size() >= MOST_QUESTIONS) {
                if (left <= 0) {
                    throw new BooksBusyException(MOST_QUESTIONS + " questions wait for a thread of the books");
                }
                left = room.awaitNanos(left);
            }
            if (closed) {
                throw new JournalUnavailableException(Reason.CLOSED, null);
            }
            questions.add(question);
            arrival.signal();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BooksBusyException("interrupted while asking a thread of the books");
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes all questions, and one delivery; waits for the first of either.
     *
     * @param asked gets the questions
     */
    @Nullable
    Delivery take(List<Runnable> asked, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (deliveries.isEmpty() && questions.isEmpty() && !closed && left > 0) {
                left = arrival.awaitNanos(left);
            }
            asked.addAll(questions);
            questions.clear();
            Delivery delivery = deliveries.poll();
            if (delivery != null) {
                entries -= delivery.entries().size();
                bytes -= delivery.bytes();
            }
            room.signalAll();
            return delivery;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no questions any more; what is in it may still be taken out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrival.signal();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is closed and empty. */
    boolean isDone() {
        lock.lock();
        try {
            return closed && deliveries.isEmpty() && questions.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
