package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.beam.L3Requests.Request;
import io.touchline.topic.L3Record;
import io.touchline.topic.Question;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the level 3 topic at a steady pace until it is stopped, half of them as a gateway writes them and half as text, and hands each to a
 * service that is never killed. Some books are forgotten now and then. A thread of its own.
 */
final class TopicLoad implements AutoCloseable {

    private static final long PAUSE_NANOS = 4_000_000;
    private static final int FORGOTTEN_ONE_IN = 30;

    private final String topic;
    private final Service service;
    private final List<Request> requests;
    private final Random random;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Request> sent = new ArrayList<>();
    private @Nullable Future<RecordMetadata> last;
    private final CompletableFuture<Void> sending;
    private volatile boolean stopped;
    private long asked;
    private long quotes;

    /** Starts it; some thousand requests last for a minute or more. */
    TopicLoad(KafkaBroker broker, String topic, Service service, List<Request> requests, long seed) {
        this.topic = topic;
        this.service = service;
        this.requests = requests;
        random = new Random(seed);
        producer = broker.producer();
        sending = CompletableFuture.runAsync(this::send);
    }

    private void send() {
        for (Request request : requests) {
            if (stopped) {
                return;
            }
            if (isForgotten(request.symbol()) && random.nextInt(FORGOTTEN_ONE_IN) == 0) {
                forget(request.symbol());
            }
            send(request.symbol(), random.nextBoolean() ? binary(request) : request.text());
            quotes += service.submit(request.live()).join().counters().packets();
            sent.add(request);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void forget(String symbol) {
        if (sent.stream().anyMatch(request -> request.symbol().equals(symbol))) {
            send(symbol, L3Record.forget(question(), symbol));
            service.forget(symbol);
            quotes++;
        }
    }

    private static boolean isForgotten(String symbol) {
        return symbol.charAt(symbol.length() - 1) % 3 == 0;
    }

    private void send(String symbol, byte[] value) {
        last = producer.send(new ProducerRecord<>(topic, symbol, value));
    }

    private byte[] binary(Request request) {
        return L3Record.messages(question(), request.live());
    }

    private Question question() {
        return new Question(1, ++asked);
    }

    /** Ends it, once all that was sent is in the topic; answers how many values of level 1 come of it. */
    long stop() throws ExecutionException, InterruptedException {
        assertThat(sending).as("it has sent all before it was stopped").isNotDone();
        stopped = true;
        sending.join();
        Objects.requireNonNull(last).get();
        return quotes;
    }

    /** How many questions it asked; they count from 1. */
    long asked() {
        return asked;
    }

    /** Writes what was sent of the books that are never forgotten, as one file. */
    Path write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(requests.get(0).header());
            out.newLine();
            for (Request request : sent) {
                if (!isForgotten(request.symbol())) {
                    out.write(String.join("\n", request.lines()));
                    out.newLine();
                }
            }
        }
        return file;
    }

    @Override
    public void close() {
        stopped = true;
        sending.handle((done, failed) -> true).join();
        producer.close();
    }
}
