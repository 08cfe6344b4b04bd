package io.touchline.beam;

import io.touchline.csv.L3Reader;
import io.touchline.csv.ReaderLimits;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import io.touchline.live.LiveRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A level 3 file cut into requests of whole packets of one symbol each, in the order in which they end. Static. */
final class L3Requests {

    private static final ReaderLimits LIMITS = new ReaderLimits(64 << 10, 256, Long.MAX_VALUE, 1_000);
    private static final int MOST_BYTES = 1 << 20;
    private static final int ONE_ROW = 2;

    private L3Requests() {}

    /**
     * Cuts a file, plain or gzip.
     *
     * @param symbol of all rows when the file names none
     */
    static List<Request> of(Path file, String symbol, int packetsPerRequest) throws IOException {
        List<Request> requests = new ArrayList<>();
        Map<String, Open> open = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8));
                InputStream in = open(file)) {
            String header = lines.readLine();
            L3Reader reader = new L3Reader(in, LIMITS, null);
            MessageBatch batch = new MessageBatch(ONE_ROW);
            Message message = new Message();
            while (reader.read(batch.clear())) {
                for (int at = batch.begin(); at < batch.end(); at += message.length()) {
                    message.moveTo(batch.words(), at);
                    String name = reader.hasSymbols() ? reader.symbols().name(message.symbol()) : symbol;
                    Open current = open.computeIfAbsent(name, each -> new Open());
                    if (current.endsBefore(message.seqNum(), packetsPerRequest)) {
                        requests.add(new Request(name, header, current.take()));
                    }
                    current.add(message.seqNum(), lines.readLine());
                }
            }
            open.forEach((name, rest) -> requests.add(new Request(name, header, rest.take())));
        }
        return requests;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    /** Rows of a symbol that are no request yet. */
    private static final class Open {

        private List<String> lines = new ArrayList<>();
        private int packets;
        private long seqNum = -1;

        boolean endsBefore(long next, int packetsPerRequest) {
            return next != seqNum && packets == packetsPerRequest;
        }

        void add(long next, String line) {
            packets += next == seqNum ? 0 : 1;
            seqNum = next;
            lines.add(line);
        }

        List<String> take() {
            List<String> taken = lines;
            lines = new ArrayList<>();
            packets = 0;
            return taken;
        }
    }

    /** Rows of level 3 for one book. */
    record Request(String symbol, String header, List<String> lines) {

        /** As a file with its header. */
        byte[] text() {
            String text = header + "\n" + String.join("\n", lines) + "\n";
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** As the service makes it. */
        LiveRequest live() {
            LiveRequest request = new LiveRequest(symbol, MOST_BYTES);
            MessageBatch batch = new MessageBatch(2 * lines.size());
            try {
                new L3Reader(new ByteArrayInputStream(text()), LIMITS, null).read(batch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            request.add(batch);
            return request;
        }
    }
}
