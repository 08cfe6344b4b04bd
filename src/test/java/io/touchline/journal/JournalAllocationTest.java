package io.touchline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once warm, a record costs no byte of the heap, from the call to the disk. */
class JournalAllocationTest {

    private static final int WARM_GROUPS = 200;
    private static final int SLICES = 10;
    private static final int SLICE_GROUPS = 20;
    private static final int RECORDS = 200;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path temp = Path.of("");

    private final byte[] payload = new byte[60];

    @Test
    void appendingAllocatesNothing() throws IOException {
        try (Journal journal = Journal.open(temp, JournalSettings.DEFAULT, ReplayStart.FIRST, new Records())) {
            append(journal, WARM_GROUPS);

            long[] bytes = new long[SLICES];
            for (int slice = 0; slice < SLICES; slice++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                append(journal, SLICE_GROUPS);
                bytes[slice] = THREADS.getCurrentThreadAllocatedBytes() - before;
            }

            assertThat(bytes).contains(0);
            assertThat(Arrays.stream(bytes).sum()).isLessThan(SLICES * SLICE_GROUPS * RECORDS / 10);
        }
    }

    private void append(Journal journal, int groups) throws IOException {
        for (int group = 0; group < groups; group++) {
            for (int i = 0; i < RECORDS; i++) {
                journal.append(payload, 0, payload.length);
            }
            journal.flush();
        }
        journal.force();
    }
}
