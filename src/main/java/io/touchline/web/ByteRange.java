package io.touchline.web;

import java.util.List;
import org.springframework.http.HttpRange;

/**
 * A range of a file's bytes, both ends in it.
 *
 * @param last one less than first when the file is empty
 */
record ByteRange(long first, long last) {

    /** A request for more ranges than this gets the whole, as RFC 9110 allows: it would only cost us. */
    private static final int MAX_RANGES = 100;

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    /**
     * Reads the header {@code Range}.
     *
     * @return the ranges that the file has; none when the header makes no sense or asks for more than the whole, and then does not count
     * @throws UnsatisfiableRangeException when the file has none of them
     */
    static List<ByteRange> of(String header, long size) {
        List<HttpRange> asked = parse(header);
        List<ByteRange> found = asked.stream()
                .map(range -> new ByteRange(range.getRangeStart(size), range.getRangeEnd(size)))
                .filter(range -> range.length() > 0)
                .toList();
        if (found.isEmpty() && !asked.isEmpty()) {
            throw new UnsatisfiableRangeException(size);
        }
        return found.stream().mapToLong(ByteRange::length).sum() > size ? List.of() : found;
    }

    private static List<HttpRange> parse(String header) {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            return ranges.size() > MAX_RANGES ? List.of() : ranges;
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    long length() {
        return last - first + 1;
    }

    /** The value of the header {@code Content-Range}. */
    String contentRange(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
