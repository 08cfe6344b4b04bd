package io.touchline.bench;

import io.touchline.feed.Action;
import io.touchline.feed.Message;
import io.touchline.generate.L3Generator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A book alone: nanoseconds per decoded message, ours beside that of parity-book.
 *
 * <p>Both take the same messages from the same array, start with the same image before each run, and are asked for the best bid and offer
 * with their quantities after each packet. As the feed does, both are told 32 messages ahead what comes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class BookBenchmark {

    private static final int MESSAGES = 1_000_000;
    private static final int AHEAD = 32 * Message.WORDS;

    /** {@code shallow}, {@code deep}, or the path of a level-3 file of one symbol. */
    @Param({"shallow", "deep"})
    public String input = "";

    @Param({"touchline", "parity"})
    public String book = "";

    /** What a benchmark counts beside its calls. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counted {
        public long messages;
    }

    private long[] image = {};
    private long[] messages = {};
    private final Message message = new Message();
    private ReplayedBook filled = new TouchlineBook();

    /** The messages in the order in which they apply; those of a made-up market's image apart. */
    @Setup
    public void makeMessages() throws IOException {
        if (input.equals("shallow") || input.equals("deep")) {
            makeUp(Market.valueOf(input.toUpperCase(Locale.ROOT)));
        } else {
            messages = new PlainMessages().read(Path.of(input));
        }
        filled = book.equals("parity") ? new ParityBook() : new TouchlineBook();
    }

    private void makeUp(Market market) {
        L3Generator generator = market.messages();
        long[] words = new long[1 << 20];
        int end = 0;
        int imageEnd = 0;
        while (end < imageEnd + MESSAGES * Message.WORDS) {
            if (end == words.length) {
                words = Arrays.copyOf(words, 2 * end);
            }
            generator.next(message.moveTo(words, end));
            end += Message.WORDS;
            imageEnd = message.isImage() ? end : imageEnd;
        }
        image = Arrays.copyOf(words, imageEnd);
        messages = Arrays.copyOfRange(words, imageEnd, end);
    }

    /** Empties the book and applies the image, which is not measured; nothing is made anew, so that what is allocated is the messages'. */
    @Setup(Level.Invocation)
    public void fillBook() {
        deleteAll(image);
        deleteAll(messages);
        for (int at = 0; at < image.length; at += Message.WORDS) {
            filled.apply(message.moveTo(image, at));
        }
    }

    private void deleteAll(long[] words) {
        for (int at = 0; at < words.length; at += Message.WORDS) {
            message.moveTo(words, at);
            if (message.action() == Action.ADD) {
                filled.delete(message);
            }
        }
    }

    /** All messages; the counter {@code messages} is nanoseconds per message. */
    @Benchmark
    public void apply(Counted counted, Blackhole blackhole) {
        long packet = -1;
        for (int from = 0; from < messages.length; from += AHEAD) {
            int to = Math.min(messages.length, from + AHEAD);
            filled.expect(messages, from, to, blackhole);
            for (int at = from; at < to; at += Message.WORDS) {
                message.moveTo(messages, at);
                if (message.seqNum() != packet) {
                    packet = message.seqNum();
                    filled.look(blackhole);
                }
                filled.apply(message);
            }
        }
        filled.look(blackhole);
        counted.messages += messages.length / Message.WORDS;
    }
}
