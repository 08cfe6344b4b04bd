package io.touchline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.touchline.csv.L3Reader;
import io.touchline.csv.ReaderLimits;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real trading day fed live; skipped where the reference files are not beside the project. */
class LiveReferenceTest {

    private static final Path REFERENCE = Path.of(System.getProperty("touchline.reference", "../shared/reference"));
    private static final int CHANGES = 17_195;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 500, Integer.MAX_VALUE})
    void dayFedInRequestsOfPacketsGivesItsQuotesByteForByte(int packetsPerRequest, @TempDir Path dir)
            throws IOException {
        assumeTrue(Files.isDirectory(REFERENCE), "no reference files in " + REFERENCE);
        LiveSettings settings = TestBooks.settings(TestBooks.book(0, 1_000_000, 1 << 16));
        try (LiveBooks books = TestBooks.open(settings, dir)) {
            List<Long> changes = new ArrayList<>();
            books.subscribe(SubscriptionRequest.now("DAY", Emit.CHANGE), new Changes(changes));
            submit(books, packetsPerRequest);

            assertThat(TestBooks.history(books, "DAY", Emit.PACKET)).isEqualTo(unzipped("l1_per_packet.csv.gz"));
            assertThat(TestBooks.rows(books, "DAY", Emit.CHANGE)).hasSize(CHANGES);
            assertThat(changes).hasSize(CHANGES).endsWith((long) CHANGES);
        }
    }

    private static void submit(LiveBooks books, int packetsPerRequest) throws IOException {
        List<CompletableFuture<Applied>> answers = new ArrayList<>();
        LiveRequest request = books.request("DAY");
        int packets = 0;
        long seqNum = -1;
        for (Message message : messages()) {
            if (message.seqNum() != seqNum && packets++ == packetsPerRequest) {
                answers.add(books.submit(request, PATIENCE));
                request = books.request("DAY");
                packets = 1;
            }
            seqNum = message.seqNum();
            System.arraycopy(message.words(), 0, request.next().words(), 0, message.length());
            request.keep();
        }
        answers.add(books.submit(request, PATIENCE));
        answers.forEach(CompletableFuture::join);
    }

    private static List<Message> messages() throws IOException {
        ReaderLimits limits = new ReaderLimits(64 << 10, 256, Long.MAX_VALUE, 1);
        List<Message> messages = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(REFERENCE.resolve("l3.csv.gz")))) {
            L3Reader reader = new L3Reader(in, limits, null);
            MessageBatch batch = new MessageBatch(2);
            while (reader.read(batch)) {
                Message message = new Message();
                int length = batch.end() - batch.begin();
                System.arraycopy(batch.words(), batch.begin(), message.words(), 0, length);
                messages.add(message);
                batch.clear();
            }
        }
        return messages;
    }

    private static String unzipped(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(REFERENCE.resolve(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Keeps the numbers of quotes. */
    private record Changes(List<Long> numbers) implements QuoteSubscriber {

        @Override
        public void quote(LiveQuote quote, boolean snapshot) {
            numbers.add(quote.n());
        }

        @Override
        public void tooOld(String symbol, long oldest) {
            throw new IllegalStateException("too old");
        }

        @Override
        public void forgotten(String symbol) {
            throw new IllegalStateException("forgotten");
        }
    }
}
