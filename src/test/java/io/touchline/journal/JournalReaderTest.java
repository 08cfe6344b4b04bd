package io.touchline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers beside the thread that appends. */
class JournalReaderTest {

    private static final JournalSettings SETTINGS = new JournalSettings(100_000, 1_000);
    private static final int GROUPS = 500;
    private static final int READERS = 3;

    @TempDir
    Path temp = Path.of("");

    private final AtomicBoolean isOver = new AtomicBoolean();

    @Test
    void readersSeeEachAcceptedRecordOnceWhileOthersAreAppendedAndDeleted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try (Journal journal = Journal.open(temp, SETTINGS, ReplayStart.FIRST, new Records())) {
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(reader(journal)));
            }
            appendGroups(journal);
            isOver.set(true);

            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isEqualTo(journal.lastAccepted());
            }
            assertThat(journal.firstKept()).isGreaterThan(1);
        } finally {
            isOver.set(true);
            threads.shutdownNow();
        }
    }

    private void appendGroups(Journal journal) throws IOException {
        byte[] payload = new byte[200];
        for (int group = 0; group < GROUPS; group++) {
            for (int i = 0; i < 50; i++) {
                long number = journal.lastAccepted() + 1 + i;
                ByteBuffer.wrap(payload).putLong(0, number).putLong(192, number);
                journal.append(payload, 0, payload.length);
            }
            journal.flush();
            journal.deleteBefore(journal.lastAccepted() - 20_000);
        }
    }

    /** Reads on and on where it ended, and goes to what is left when it is overtaken. */
    private Callable<Long> reader(Journal journal) {
        return () -> {
            long[] last = {0};
            boolean goesOn = true;
            while (goesOn) {
                goesOn = !isOver.get();
                try {
                    journal.read(last[0] + 1, (number, payload) -> {
                        assertThat(number).isEqualTo(last[0] + 1);
                        assertThat(payload.getLong(payload.position())).isEqualTo(number);
                        assertThat(payload.getLong(payload.limit() - 8)).isEqualTo(number);
                        last[0] = number;
                    });
                } catch (RecordsGoneException e) {
                    last[0] = e.firstKept() - 1;
                    goesOn = true;
                }
            }
            return last[0];
        };
    }
}
