package io.touchline.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The segments of a journal: which there are, making, reading and deleting them. Any thread, but one that writes. */
final class SegmentDirectory {

    private static final Pattern NAME = Pattern.compile("segment-[0-9]{19}");
    private static final String UNFINISHED = "segment.new";
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Disk disk;
    private final Path directory;
    /** In their order; immutable. */
    private volatile List<SegmentHeader> headers;

    private SegmentDirectory(Disk disk, Path directory, List<SegmentHeader> headers) {
        this.disk = disk;
        this.directory = directory;
        this.headers = headers;
    }

    /**
     * Takes a directory, made if need be, and reads the headers of its segments.
     *
     * @throws DamagedJournalException when a header is damaged, or a segment between two others is missing
     */
    static SegmentDirectory open(Disk disk, Path directory) throws IOException {
        disk.makeDirectory(directory);
        disk.delete(directory, UNFINISHED);
        List<SegmentHeader> headers = new ArrayList<>();
        for (Path path : segments(directory)) {
            headers.add(header(path, headers));
        }
        return new SegmentDirectory(disk, directory, List.copyOf(headers));
    }

    private static List<Path> segments(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(each -> NAME.matcher(name(each)).matches())
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String name(long first) {
        return String.format("segment-%019d", first);
    }

    private static SegmentHeader header(Path path, List<SegmentHeader> before) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            SegmentHeader header = SegmentHeader.read(path, file);
            if (!name(header.first()).equals(name(path))) {
                throw new DamagedJournalException(
                        path, SegmentHeader.FIRST, "the number of the name", "" + header.first());
            }
            long previous = before.isEmpty()
                    ? header.previous()
                    : before.get(before.size() - 1).first();
            if (header.previous() != previous) {
                throw new DamagedJournalException(
                        path,
                        SegmentHeader.PREVIOUS,
                        "the segment before to start with record " + header.previous(),
                        "with " + previous);
            }
            return header;
        }
    }

    List<SegmentHeader> headers() {
        return headers;
    }

    Path path() {
        return directory;
    }

    Path file(SegmentHeader header) {
        return directory.resolve(name(header.first()));
    }

    /** Begins a segment behind all others, in the place of one that begins with the same record and so holds none. */
    RandomAccessFile begin(long first, int maxRecordBytes) throws IOException {
        List<SegmentHeader> before =
                headers.stream().filter(each -> each.first() < first).toList();
        long previous = before.isEmpty()
                ? SegmentHeader.NO_SEGMENT
                : before.get(before.size() - 1).first();
        SegmentHeader header = new SegmentHeader(maxRecordBytes, first, previous, nowNanos());
        write(header);
        RandomAccessFile file = disk.open(file(header));
        add(header);
        return file;
    }

    private void write(SegmentHeader header) throws IOException {
        try (RandomAccessFile file = disk.create(directory.resolve(UNFINISHED))) {
            disk.write(file, header.encoded(), 0, SegmentHeader.BYTES);
            disk.force(file);
        }
        disk.rename(directory, UNFINISHED, name(header.first()));
    }

    private synchronized void add(SegmentHeader header) {
        List<SegmentHeader> grown = new ArrayList<>(headers);
        grown.removeIf(each -> each.first() == header.first());
        grown.add(header);
        headers = List.copyOf(grown);
    }

    private static long nowNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
    }

    /** Deletes the segments, never the last one, all of whose records are below {@code record}; the oldest first. */
    synchronized void deleteBefore(long record) throws IOException {
        while (headers.size() > 1 && headers.get(1).first() <= record) {
            disk.delete(directory, name(headers.get(0).first()));
            headers = List.copyOf(headers.subList(1, headers.size()));
        }
    }

    /** The segments now, with their sizes. */
    List<Segment> segments() {
        return headers.stream()
                .map(each -> new Segment(each.first(), file(each).toFile().length(), each.createdNanos()))
                .toList();
    }

    /**
     * Passes on records, all of which were accepted.
     *
     * @throws RecordsGoneException when they are, or become, deleted
     */
    void read(long from, long to, RecordConsumer consumer) throws IOException {
        long next = from;
        while (next <= to) {
            try (SegmentReader reader = readerOf(next)) {
                reader.pass(next, to, consumer);
                boolean isWhole = reader.number() > to || reader.isAtEnd();
                if (!isWhole || reader.number() == next) {
                    throw reader.damage();
                }
                next = reader.number();
            }
        }
    }

    private SegmentReader readerOf(long record) throws IOException {
        List<SegmentHeader> now = headers;
        int index = indexOf(record, now);
        if (index < 0) {
            throw gone(record);
        }
        try {
            return SegmentReader.open(file(now.get(index)));
        } catch (FileNotFoundException e) {
            throw gone(record);
        }
    }

    /** Waits until what is being deleted is no longer listed. */
    private synchronized RecordsGoneException gone(long record) {
        return new RecordsGoneException(record, headers.get(0).first());
    }

    /** The index of the segment that holds a record, or would; -1 when it is before the first segment. */
    static int indexOf(long record, List<SegmentHeader> headers) {
        int index = headers.size() - 1;
        while (index >= 0 && headers.get(index).first() > record) {
            index--;
        }
        return index;
    }
}
