package io.touchline.beam;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.Message;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** What comes to no book, as lines of CSV in side outputs. Static. */
final class Dropped {

    static final TupleTag<String> LATE = new TupleTag<>("late") {};
    static final TupleTag<String> DUPLICATE = new TupleTag<>("duplicate") {};
    static final TupleTag<String> UNREADABLE = new TupleTag<>("unreadable") {};

    /** The columns of late packets, each with its first row, and of duplicate rows. */
    static final String ROW_HEADER = "file,line,symbol,seq_num";

    static final String UNREADABLE_HEADER = "file,line,column,expected,found";

    private Dropped() {}

    static String row(BookKey key, Message message) {
        return line(key.file(), Long.toString(message.line()), key.symbol(), Long.toString(message.seqNum()));
    }

    static String unreadable(String file, UnreadableRow row) {
        return line(file, Long.toString(row.line()), row.column(), row.expected(), row.found());
    }

    /**
     * What a record of a stream has that comes to no book: {@code kind,symbol,record,seq_num,problem}.
     *
     * @param record its number among those of the symbol, from 1
     */
    static KV<String, byte[]> record(
            String kind, String symbol, long record, @Nullable Message message, @Nullable String problem) {
        String seqNum = message == null ? null : Long.toString(message.seqNum());
        return KV.of(symbol, utf8(line(kind, symbol, Long.toString(record), seqNum, problem)));
    }

    /** A record of a stream that is no symbol's. */
    static KV<String, byte[]> unreadable(String problem) {
        return KV.of("", utf8(line("unreadable", null, null, null, problem)));
    }

    private static byte[] utf8(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(@Nullable String... cells) {
        ICSVParser csv = new RFC4180ParserBuilder().build();
        String[] texts =
                Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toArray(String[]::new);
        return csv.parseToLine(texts, false);
    }
}
