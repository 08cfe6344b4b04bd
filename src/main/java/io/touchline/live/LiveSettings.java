package io.touchline.live;

import java.time.Duration;

/**
 * How live books are kept.
 *
 * @param partitions how many threads share the books
 * @param books how many books there may be
 * @param book what holds for each book
 * @param queue how much may wait
 * @param journal how requests are made durable
 * @param history how much of the past is kept
 */
public record LiveSettings(
        int partitions, int books, BookSettings book, QueueSettings queue, JournalSettings journal, History history) {

    public static final LiveSettings DEFAULT = new LiveSettings(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            10_000,
            BookSettings.DEFAULT,
            QueueSettings.DEFAULT,
            JournalSettings.DEFAULT,
            History.DEFAULT);

    public LiveSettings {
        Least.check("partitions", partitions, 1);
        Least.check("books", books, 1);
    }

    /**
     * What holds for each book.
     *
     * @param window how many packets are held back to put them into the order of their sequence numbers
     * @param hold the time after which the lowest held packet goes; zero for never
     * @param heldRows how many rows the window holds at most; one more lets its lowest packet go
     * @param restingOrders how many orders may rest; an order more is refused
     * @param recent what is at hand for a subscriber that resumes
     */
    public record BookSettings(int window, Duration hold, int heldRows, int restingOrders, RecentSettings recent) {

        public static final BookSettings DEFAULT =
                new BookSettings(0, Duration.ZERO, 100_000, 2_000_000, RecentSettings.DEFAULT);

        public BookSettings {
            Least.check("window", window, 0);
            Least.check("hold", hold.isNegative() ? -1 : 0, 0);
            Least.check("held-rows", heldRows, 1);
            Least.check("resting-orders", restingOrders, 1);
        }
    }

    /**
     * Quotes at hand for a subscriber that resumes.
     *
     * @param quotes of each book, rounded up to a power of two
     * @param bytes of all books together: once they are taken, no book has more than it has by then, or than 16
     */
    public record RecentSettings(int quotes, long bytes) {

        private static final int SHARE_OF_HEAP = 8;

        public static final RecentSettings DEFAULT =
                new RecentSettings(65_536, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);

        public RecentSettings {
            Least.check("recent-quotes", quotes, 1);
            Least.check("recent-bytes", bytes, 0);
        }
    }

    /**
     * How much may wait on the way to the books.
     *
     * @param requests requests in each queue
     * @param bytes encoded bytes in each queue; a request that is alone may be larger
     * @param requestBytes encoded bytes of one request
     */
    public record QueueSettings(int requests, int bytes, int requestBytes) {

        public static final QueueSettings DEFAULT = new QueueSettings(16_384, 64 << 20, 16 << 20);

        public QueueSettings {
            Least.check("requests", requests, 1);
            Least.check("bytes", bytes, 1);
            Least.check("request-bytes", requestBytes, 1);
        }
    }

    /**
     * How requests are made durable.
     *
     * @param fsyncInterval the interval of {@link Durability#INTERVAL}
     * @param segmentBytes the size of a journal file, at which the next one is begun and a snapshot made
     */
    public record JournalSettings(Durability durability, Duration fsyncInterval, long segmentBytes) {

        private static final int RECORD_BYTES = 1 << 10;

        public static final JournalSettings DEFAULT =
                new JournalSettings(Durability.GROUP, Duration.ofMillis(100), 128L << 20);

        public JournalSettings {
            Least.check("fsync-interval", fsyncInterval.toMillis(), 1);
            Least.check("segment-bytes", segmentBytes, 1);
        }

        /** What the journal itself is told; a record is a request and a few bytes of its own. */
        io.touchline.journal.JournalSettings ofFiles(QueueSettings queue) {
            return new io.touchline.journal.JournalSettings(segmentBytes, queue.requestBytes() + RECORD_BYTES);
        }
    }

    /**
     * How much of the journal is kept though a snapshot covers it, whichever is reached first.
     *
     * @param age the time since a file's last record
     * @param bytes the size of all files
     */
    public record History(Duration age, long bytes) {

        public static final History DEFAULT = new History(Duration.ofDays(7), 10L << 30);
    }

    /** A class of its own, so that a nested record can be made before {@link LiveSettings#DEFAULT}, which is made of such. */
    private static final class Least {

        static void check(String name, long found, long least) {
            if (found < least) {
                throw new IllegalArgumentException(name + ": expected at least " + least + ", found " + found);
            }
        }
    }
}
