package io.touchline.live;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that the recent quotes of all books share: whoever comes first is served. Any thread; allocates nothing. */
final class RecentMemory {

    private final AtomicLong left;

    /**
     * Memory of which nothing is taken.
     *
     * @param bytes how much there is
     */
    RecentMemory(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** Takes bytes, when that many are left; answers whether they were. */
    boolean take(long bytes) {
        long found = left.get();
        while (found >= bytes) {
            if (left.compareAndSet(found, found - bytes)) {
                return true;
            }
            found = left.get();
        }
        return false;
    }

    /** Gives back what was taken. */
    void give(long bytes) {
        left.addAndGet(bytes);
    }
}
