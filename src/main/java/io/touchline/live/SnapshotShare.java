package io.touchline.live;

import io.touchline.binary.NumberWriter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One partition's share of a snapshot: offers its books one by one, between requests. One thread, the partition's. */
final class SnapshotShare {

    private final SnapshotRun run;
    private final Queue<PublishedBook> left;
    private SnapshotRun.@Nullable Section offered;

    SnapshotShare(SnapshotRun run, Collection<PublishedBook> books) {
        this.run = run;
        this.left = new ArrayDeque<>(books);
    }

    /**
     * Offers the next book.
     *
     * @return whether there may be more to offer; when not, the share is done
     */
    boolean goOn(PartitionBooks books) {
        SnapshotRun.Section section = offered == null ? next(books) : offered;
        offered = section == null || run.offer(section) ? null : section;
        if (section != null) {
            return true;
        }
        run.partitionIsDone();
        return false;
    }

    /** The whole snapshot comes to nothing. */
    void cancel() {
        run.cancel();
    }

    /** Whether a section waits for room. */
    boolean isWaiting() {
        return offered != null;
    }

    /** The next book that is still there. */
    private SnapshotRun.@Nullable Section next(PartitionBooks books) {
        PublishedBook book = left.poll();
        while (book != null && books.find(book.book().symbol()) != book) {
            book = left.poll();
        }
        if (book == null) {
            return null;
        }
        NumberWriter data = new NumberWriter(1 << 10);
        book.write(data);
        return new SnapshotRun.Section(book.book().symbol(), data);
    }
}
