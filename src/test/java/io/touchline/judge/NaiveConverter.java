package io.touchline.judge;

import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionOptions.Emit;
import io.touchline.convert.ConversionOptions.Errors;
import io.touchline.convert.ConversionReport;
import io.touchline.convert.ConversionReport.Counters;
import io.touchline.convert.ConversionReport.LatePacket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Converts level 3 that is whole in memory, after the letter of the contract.
 *
 * <p>Every row read ends as exactly one of: applied, skipped, duplicate, late.
 */
final class NaiveConverter {

    private final ConversionOptions options;
    private final NaiveReader reader;
    private final NaiveWriter writer;
    private final Map<String, NaiveBook> books = new HashMap<>();
    private final TreeMap<Long, List<Held>> held = new TreeMap<>();
    /** The highest sequence number released, by symbol. */
    private final Map<String, Long> lastReleased = new HashMap<>();

    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private final Map<Oddity, Long> oddities = new EnumMap<>(Oddity.class);
    private final List<Refusal> skipped = new ArrayList<>();
    private final List<LatePacket> late = new ArrayList<>();
    private final List<String> firstAndLast = new ArrayList<>();
    private long packets;
    /** The readable row before this one, and what became of it. */
    private @Nullable NaiveMessage previous;

    private Fate previousFate = Fate.HELD;

    private NaiveConverter(byte[] l3, ConversionOptions options) throws RefusedException {
        this.options = options;
        reader = new NaiveReader(l3);
        writer = new NaiveWriter(options, reader.hasSymbols());
    }

    /** Level 1 and all counters, or where the input cannot be read. */
    static Verdict convert(byte[] l3, ConversionOptions options) {
        try {
            return new NaiveConverter(l3, options).run();
        } catch (RefusedException e) {
            return Verdict.refusedAt(e.refusal());
        }
    }

    private Verdict run() throws RefusedException {
        for (NaiveReader.TextRow record : reader.records()) {
            read(record);
        }
        while (!held.isEmpty()) {
            release();
        }
        skipped.sort(Comparator.comparingLong(Refusal::line));
        return new Verdict(
                writer.text(),
                List.of(),
                packets,
                counters(),
                firstOf(skipped),
                firstOf(late),
                firstAndLast,
                writer.rows());
    }

    private void read(NaiveReader.TextRow record) throws RefusedException {
        NaiveMessage message;
        try {
            message = reader.message(record);
        } catch (RefusedException e) {
            refuse(e);
            return;
        }
        Fate fate = arrive(new Held(record.line(), message));
        if (fate != Fate.HELD) {
            fates.merge(fate, 1L, Long::sum);
        }
        previous = message;
        previousFate = fate;
    }

    private Fate arrive(Held row) throws RefusedException {
        NaiveMessage message = row.message();
        if (!held.containsKey(message.seqNum())) {
            makeRoom();
        }
        if (message.seqNum() <= lastReleased.getOrDefault(message.symbol(), -1L)) {
            listLate(row);
            return Fate.LATE;
        }
        List<Held> packet = held.computeIfAbsent(message.seqNum(), seqNum -> new ArrayList<>());
        if (isDuplicate(message, packet)) {
            return Fate.DUPLICATE;
        }
        packet.add(row);
        return Fate.HELD;
    }

    private void makeRoom() throws RefusedException {
        while (held.size() > options.window()) {
            release();
        }
    }

    /** An equal row right before it shares its fate: two equal messages may well follow each other in a feed. */
    private boolean isDuplicate(NaiveMessage message, List<Held> packet) {
        if (message.equals(previous)) {
            return previousFate == Fate.DUPLICATE;
        }
        return packet.stream().anyMatch(row -> row.message().equals(message));
    }

    private void listLate(Held row) {
        boolean sameRun = previousFate == Fate.LATE
                && previous != null
                && previous.seqNum() == row.message().seqNum()
                && previous.symbol().equals(row.message().symbol());
        if (!sameRun) {
            String symbol = reader.hasSymbols() ? row.message().symbol() : null;
            late.add(new LatePacket(row.line(), Long.toString(row.message().seqNum()), symbol));
        }
    }

    /** Applies the lowest packet, then gives one quote for each symbol that it touched, in order of first touch. */
    private void release() throws RefusedException {
        long seqNum = held.firstKey();
        Map<String, Instant> touched = new LinkedHashMap<>();
        Set<String> cleared = new HashSet<>();
        for (Held row : held.pollFirstEntry().getValue()) {
            lastReleased.put(row.message().symbol(), seqNum);
            if (apply(row, cleared)) {
                touched.put(row.message().symbol(), row.message().time());
            }
        }
        if (options.emit() != Emit.MESSAGE) {
            touched.forEach((symbol, time) -> quote(symbol, time, seqNum));
        }
        if (!touched.isEmpty()) {
            packets++;
        }
    }

    private boolean apply(Held row, Set<String> cleared) throws RefusedException {
        NaiveMessage message = row.message();
        NaiveBook book = book(message.symbol());
        if (message.image() && cleared.add(message.symbol())) {
            book.clear();
        }
        Oddity oddity = book.apply(message);
        if (oddity == Oddity.OVERFLOW) {
            refuse(new RefusedException(row.line(), reader.quantityColumn(message)));
            return false;
        }
        fates.merge(Fate.APPLIED, 1L, Long::sum);
        oddities.merge(oddity, 1L, Long::sum);
        if (options.emit() == Emit.MESSAGE) {
            quote(message.symbol(), message.time(), message.seqNum());
        }
        return true;
    }

    private void refuse(RefusedException refused) throws RefusedException {
        if (options.errors() == Errors.ABORT) {
            throw refused;
        }
        skipped.add(refused.refusal());
    }

    /** A quote counts as the first or the last whether or not the options let it be written. */
    private void quote(String symbol, Instant time, long seqNum) {
        writer.write(symbol, time, seqNum, book(symbol).quote());
        List<String> both = List.of(NaiveTexts.timeText(time), Long.toString(seqNum));
        if (firstAndLast.isEmpty()) {
            firstAndLast.addAll(both);
        } else {
            firstAndLast.subList(2, firstAndLast.size()).clear();
        }
        firstAndLast.addAll(both);
    }

    private Counters counters() {
        return new Counters(
                fates.getOrDefault(Fate.APPLIED, 0L),
                skipped.size(),
                fates.getOrDefault(Fate.DUPLICATE, 0L),
                late.size(),
                fates.getOrDefault(Fate.LATE, 0L),
                oddities.getOrDefault(Oddity.DUPLICATE_ADD, 0L),
                oddities.getOrDefault(Oddity.UNKNOWN_UPDATE, 0L),
                oddities.getOrDefault(Oddity.UNKNOWN_DELETE, 0L),
                oddities.getOrDefault(Oddity.UNKNOWN_TRADE, 0L),
                oddities.getOrDefault(Oddity.OVERFILL, 0L));
    }

    private NaiveBook book(String symbol) {
        return books.computeIfAbsent(symbol, name -> new NaiveBook());
    }

    private static <T> List<T> firstOf(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(ConversionReport.LISTED, all.size())));
    }

    /** What became of a row. */
    private enum Fate {
        HELD,
        APPLIED,
        DUPLICATE,
        LATE
    }

    /** A readable row, and the line where it starts. */
    private record Held(long line, NaiveMessage message) {}
}
