package io.touchline.gateway;

import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.live.BooksBusyException;
import io.touchline.live.Health;
import io.touchline.live.JournalUnavailableException;
import io.touchline.live.JournalUnavailableException.Reason;
import io.touchline.live.NoAnswerException;
import io.touchline.live.NoAnswerException.Asked;
import io.touchline.topic.Answer;
import io.touchline.topic.Question;
import io.touchline.topic.Reply;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Puts requests and questions into the level 3 topic and waits for their answers on the answers topic. Any thread.
 *
 * <p>What was not written for sure was not kept; what may have been written, or was, and is not answered in time is a {@link NoAnswerException} that
 * says which.
 */
final class Questions implements BatchMessageListener<byte[], byte[]> {

    private final GatewaySettings settings;
    private final KafkaTemplate<byte[], byte[]> topic;
    private final Health health;
    private final long asker = new SecureRandom().nextLong();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final Semaphore room;
    private final int most;
    private volatile boolean closed;

    Questions(GatewaySettings settings, KafkaTemplate<byte[], byte[]> topic, Health health) {
        this.settings = settings;
        this.topic = topic;
        this.health = health;
        most = settings.live().queue().requests();
        room = new Semaphore(most);
    }

    /** Asks something that changes nothing. */
    CompletableFuture<Reply> ask(String symbol, Function<Question, byte[]> value) {
        return ask(symbol, value, new Waiting(Asked.QUESTION, Asked.QUESTION), Duration.ZERO);
    }

    /** Hands in what changes a book; waits for room up to a time. */
    CompletableFuture<Reply> handIn(String symbol, Function<Question, byte[]> value, Duration wait) {
        return ask(symbol, value, new Waiting(Asked.UNCONFIRMED, Asked.DURABLE), wait);
    }

    private CompletableFuture<Reply> ask(
            String symbol, Function<Question, byte[]> value, Waiting asked, Duration wait) {
        check();
        takeRoom(wait);
        Question question = new Question(asker, numbers.incrementAndGet());
        waiting.put(question.number(), asked);
        CompletableFuture<Reply> answer = asked.reply
                .orTimeout(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((reply, failure) -> {
                    waiting.remove(question.number());
                    room.release();
                    return asked.answer(reply, failure);
                });
        send(symbol, value.apply(question), asked);
        return answer;
    }

    private void check() {
        if (closed) {
            throw new JournalUnavailableException(Reason.CLOSED, null);
        }
        health.check();
    }

    private void takeRoom(Duration wait) {
        try {
            if (!room.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new BooksBusyException("too many requests wait for their answer (touchline.live.queue)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BooksBusyException("interrupted while waiting for room");
        }
    }

    private void send(String symbol, byte[] value, Waiting asked) {
        try {
            byte[] key = symbol.getBytes(StandardCharsets.UTF_8);
            asked.writing = topic.send(settings.topics().l3(), key, value)
                    .whenComplete((sent, failure) -> written(asked, failure));
        } catch (KafkaException e) {
            asked.reply.completeExceptionally(notSent(Clients.cause(e)));
        }
    }

    /** Nothing of it reached a broker. */
    private RuntimeException notSent(Exception cause) {
        if (cause instanceof BufferExhaustedException) {
            return new BooksBusyException("too many bytes wait for the topic (touchline.live.queue)");
        }
        return cause instanceof RecordTooLargeException ? tooLarge() : health.failed(cause);
    }

    private void written(Waiting asked, @Nullable Throwable failure) {
        if (failure == null) {
            health.works();
        } else if (failure.getCause() instanceof RecordTooLargeException) {
            asked.reply.completeExceptionally(tooLarge());
        } else {
            health.failed(Clients.cause(failure));
            asked.reply.completeExceptionally(asked.silence());
        }
    }

    private LimitExceededException tooLarge() {
        return new LimitExceededException(
                Limit.REQUEST_BYTES, settings.live().queue().requestBytes(), 0);
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Answer answer = read(record);
            if (answer != null && answer.question().asker() == asker) {
                complete(answer);
            }
        }
    }

    /** An answer; null for what is none, which then is nobody's. */
    private static @Nullable Answer read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Answer.read(new String(record.key(), StandardCharsets.UTF_8), record.value());
        } catch (RuntimeException e) {
            return null;
        }
    }

    private void complete(Answer answer) {
        Waiting asked = waiting.get(answer.question().number());
        if (asked != null) {
            asked.reply.complete(answer.reply());
        }
    }

    /** How many wait. */
    int size() {
        return most - room.availablePermits();
    }

    /** Asks no more, and waits for the answers to what was asked. */
    void close() throws InterruptedException {
        closed = true;
        if (room.tryAcquire(most, settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
            room.release(most);
        }
    }

    /** What waits for its answer. */
    private static final class Waiting {

        private final CompletableFuture<Reply> reply = new CompletableFuture<>();
        private final Asked unwritten;
        private final Asked written;
        private volatile @Nullable CompletableFuture<?> writing;

        Waiting(Asked unwritten, Asked written) {
            this.unwritten = unwritten;
            this.written = written;
        }

        NoAnswerException silence() {
            CompletableFuture<?> topic = writing;
            boolean isWritten = topic != null && topic.isDone() && !topic.isCompletedExceptionally();
            return new NoAnswerException(isWritten ? written : unwritten);
        }

        Reply answer(@Nullable Reply found, @Nullable Throwable failure) {
            if (found != null) {
                return found;
            }
            throw failure instanceof RuntimeException known ? known : silence();
        }
    }
}
