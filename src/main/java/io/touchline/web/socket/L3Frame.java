package io.touchline.web.socket;

import io.touchline.feed.LimitExceededException;
import io.touchline.live.Applied;
import io.touchline.live.BookCounters;
import io.touchline.live.BooksBusyException;
import io.touchline.live.NoAnswerException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A frame of messages on its way: a request per symbol, or nothing but the error that it is answered with. Any thread. */
final class L3Frame {

    private final @Nullable String id;
    private final List<CompletableFuture<Applied>> requests;
    private final CompletableFuture<Void> all;
    private final @Nullable String error;

    /**
     * A frame whose requests are handed in.
     *
     * @param id as JSON, if the frame has one
     */
    L3Frame(@Nullable String id, List<CompletableFuture<Applied>> requests) {
        this(id, requests, null);
    }

    private L3Frame(@Nullable String id, List<CompletableFuture<Applied>> requests, @Nullable String error) {
        this.id = id;
        this.requests = List.copyOf(requests);
        this.error = error;
        all = CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new));
    }

    /** A frame that changed nothing. */
    static L3Frame refused(String error) {
        return new L3Frame(null, List.of(), error);
    }

    /** Has a task run once nothing of the frame is under way. */
    void whenDone(Runnable task) {
        CompletableFuture<Void> unused = all.whenComplete((done, failure) -> task.run());
    }

    boolean isDone() {
        return all.isDone();
    }

    /** What the client is told; the frame is done. */
    String answer() {
        if (error != null) {
            return error;
        }
        Tally tally = new Tally();
        Throwable failure = null;
        for (CompletableFuture<Applied> request : requests) {
            try {
                tally.add(request.join().counters());
            } catch (CompletionException e) {
                failure = e.getCause();
            }
        }
        Json answer = failure == null ? Json.ofType("ack").json("id", id) : failed(failure);
        return tally.addTo(answer).end();
    }

    /** Some of the frame was not kept; {@code applied} tells of the rest. */
    private Json failed(Throwable failure) {
        if (failure instanceof LimitExceededException limit) {
            return error(id, ErrorCode.LIMIT_EXCEEDED, limit)
                    .text("setting", limit.limit().setting());
        }
        return error(id, code(failure), failure);
    }

    private static ErrorCode code(Throwable failure) {
        if (failure instanceof NoAnswerException) {
            return ErrorCode.NO_ANSWER;
        }
        return failure instanceof BooksBusyException ? ErrorCode.BUSY : ErrorCode.UNAVAILABLE;
    }

    /** An error as a client is told. */
    static Json error(@Nullable String id, ErrorCode code, Throwable cause) {
        return Json.ofType("error").json("id", id).text("code", code.toString()).text("detail", cause.getMessage());
    }

    /** What became of the messages of all requests of a frame. */
    private static final class Tally {

        private long applied;
        private long refused;
        private long held;
        private long late;
        private long duplicate;

        void add(BookCounters counters) {
            applied += counters.applied();
            refused += counters.refused();
            held += counters.held();
            late += counters.lateRows();
            duplicate += counters.duplicateRows();
        }

        Json addTo(Json answer) {
            answer.number("applied", applied);
            addUnlessNone(answer, "refused", refused);
            addUnlessNone(answer, "held", held);
            addUnlessNone(answer, "late_row", late);
            addUnlessNone(answer, "duplicate_row", duplicate);
            return answer;
        }

        private static void addUnlessNone(Json answer, String name, long count) {
            if (count != 0) {
                answer.number(name, count);
            }
        }
    }
}
