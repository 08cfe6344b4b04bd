package io.touchline.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects records as {@code number:text}, and makes records that are so. */
final class Records implements RecordConsumer {

    final List<String> texts = new ArrayList<>();

    @Override
    public void record(long number, ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        texts.add(number + ":" + new String(bytes, StandardCharsets.UTF_8));
    }

    /** Appends a record of a text; answers it as it will be collected. */
    static String append(Journal journal, String text) throws IOException {
        byte[] bytes = ("#" + text + "#").getBytes(StandardCharsets.UTF_8);
        return journal.append(bytes, 1, bytes.length - 2) + ":" + text;
    }

    /** Appends so many records and has them accepted durably. */
    static List<String> appendGroup(Journal journal, int records) throws IOException {
        List<String> appended = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            appended.add(append(journal, "a record of group " + journal.lastAccepted() + "/" + i));
        }
        journal.force();
        return appended;
    }

    /** What a journal holds now. */
    static List<String> of(Journal journal) throws IOException {
        Records records = new Records();
        journal.read(journal.firstKept(), records);
        return records.texts;
    }
}
