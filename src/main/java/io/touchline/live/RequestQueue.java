package io.touchline.live;

import io.touchline.live.JournalUnavailableException.Reason;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written to the journal, bounded by number and by bytes; one that is alone may be of any size. Any thread puts in, one takes out.
 */
final class RequestQueue {

    private final int most;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition arrival = lock.newCondition();
    private final ArrayDeque<JournalEntry> entries = new ArrayDeque<>();
    private long bytes;
    private boolean woken;
    private boolean closed;

    RequestQueue(LiveSettings.QueueSettings settings) {
        most = settings.requests();
        mostBytes = settings.bytes();
    }

    /**
     * Puts an entry in, as soon as there is room.
     *
     * @param nanos how long to wait for room
     * @return whether there was room
     * @throws JournalUnavailableException when the queue is closed
     */
    boolean offer(JournalEntry entry, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (!closed && !hasRoom(entry)) {
                if (left <= 0) {
                    return false;
                }
                left = room.awaitNanos(left);
            }
            if (closed) {
                throw new JournalUnavailableException(Reason.CLOSED, null);
            }
            add(entry);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Puts an entry in when there is room; any thread, also one that others wait for. */
    boolean offerNow(JournalEntry entry) {
        lock.lock();
        try {
            boolean taken = !closed && hasRoom(entry);
            if (taken) {
                add(entry);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void add(JournalEntry entry) {
        entries.add(entry);
        bytes += entry.length();
        arrival.signal();
    }

    private boolean hasRoom(JournalEntry entry) {
        return entries.isEmpty() || (entries.size() < most && bytes + entry.length() <= mostBytes);
    }

    /**
     * Moves entries to a list, up to a number of bytes; waits for the first one.
     *
     * @return false when the queue is closed and empty
     */
    boolean take(List<JournalEntry> taken, long upToBytes, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (entries.isEmpty() && !closed && !woken && left > 0) {
                left = arrival.awaitNanos(left);
            }
            woken = false;
            boolean open = !closed || !entries.isEmpty();
            move(taken, upToBytes);
            room.signalAll();
            return open;
        } finally {
            lock.unlock();
        }
    }

    private void move(List<JournalEntry> taken, long upToBytes) {
        long moved = 0;
        while (!entries.isEmpty() && moved < upToBytes) {
            JournalEntry entry = entries.remove();
            moved += entry.length();
            taken.add(entry);
        }
        bytes -= moved;
    }

    /** Makes {@link #take} return though nothing arrived. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            arrival.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing in any more. */
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

    int size() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }
}
