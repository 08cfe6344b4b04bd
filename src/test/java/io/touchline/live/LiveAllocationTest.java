package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.touchline.binary.NumberReader;
import io.touchline.feed.Action;
import io.touchline.feed.LiveFeed;
import io.touchline.feed.Message;
import io.touchline.generate.GeneratorSettings;
import io.touchline.generate.L3Generator;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once warm, a message costs no byte of the heap between the queue and its book's quotes. */
class LiveAllocationTest {

    private static final int WARM_RECORDS = 2_000;
    private static final int SLICES = 10;
    private static final int SLICE_RECORDS = 200;
    private static final int MESSAGES_PER_RECORD = 100;
    private static final int RECORDS = WARM_RECORDS + SLICES * SLICE_RECORDS;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(ints = {0, 16})
    void messageOfAJournalledRecordAllocatesNothing(int window) {
        FeedLimits limits = new FeedLimits(window, 10_000, 100_000);
        PublishedBook book = new PublishedBook("A", 1, limits, TestBooks.recentQuotes(1_024));
        List<JournalEntry> entries = entries();
        NumberReader in = new NumberReader();
        long[] actions = new long[Action.COUNT];
        long[] counts = new long[LiveFeed.COUNTS];
        apply(book, entries.subList(0, WARM_RECORDS), in, actions);

        long[] bytes = new long[SLICES];
        for (int slice = 0; slice < SLICES; slice++) {
            int from = WARM_RECORDS + slice * SLICE_RECORDS;
            long before = allocatedBytes();
            apply(book, entries.subList(from, from + SLICE_RECORDS), in, actions);
            book.book().feed().copyCounts(counts);
            bytes[slice] = allocatedBytes() - before;
        }

        assertThat(book.book().n(Emit.PACKET)).isGreaterThan(RECORDS);
        assertThat(Arrays.stream(bytes).sum()).isLessThan((long) SLICES * SLICE_RECORDS * MESSAGES_PER_RECORD / 10);
    }

    private static void apply(PublishedBook book, List<JournalEntry> entries, NumberReader in, long[] actions) {
        for (int i = 0; i < entries.size(); i++) {
            JournalEntry entry = entries.get(i);
            book.book().messages(entry.number(), entry.body(in), actions);
        }
    }

    private static List<JournalEntry> entries() {
        L3Generator generator = new L3Generator(new GeneratorSettings(RECORDS * MESSAGES_PER_RECORD, 1, 1, 45, 3_000));
        List<JournalEntry> entries = new ArrayList<>();
        Message message = new Message();
        for (int i = 0; i < RECORDS; i++) {
            RecordWriter record = new RecordWriter(RecordKind.MESSAGES, "A");
            for (int m = 0; m < MESSAGES_PER_RECORD && generator.next(message); m++) {
                record.message(message);
            }
            entries.add(JournalEntry.replayed(i + 1, record.bytes(), 0, record.length(), null));
        }
        return entries;
    }

    private static long allocatedBytes() {
        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
