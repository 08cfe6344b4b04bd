package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.beam.L3Requests.Request;
import io.touchline.live.Applied;
import io.touchline.live.BookCounters;
import io.touchline.live.Emit;
import io.touchline.topic.Answer;
import io.touchline.topic.Question;
import io.touchline.topic.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;

/** The stream and the service side by side: both are given the same, and must say the same. */
final class Both implements AutoCloseable {

    private static final Question NOBODY = new Question(0, 0);

    final StreamTopics topics;
    private final Service service;
    private final List<CompletableFuture<Applied>> applied = new ArrayList<>();
    private final Map<Long, CompletableFuture<Applied>> asked = new HashMap<>();
    private int forgotten;

    Both(Path folder) throws Exception {
        topics = StreamTopics.start(folder.resolve("broker"));
        service = new Service(folder.resolve("journal"));
    }

    /** Gives a request, every other one as a text. */
    void give(Request request) {
        CompletableFuture<Applied> answer = service.submit(request.live());
        if (applied.size() % 2 == 0) {
            topics.sendText(request);
        } else {
            asked.put(topics.sendRecord(request), answer);
        }
        applied.add(answer);
    }

    void forget(String symbol) {
        topics.forget(symbol);
        service.forget(symbol);
        forgotten++;
    }

    /** Reads level 1 until all that was given must have come. */
    void follow(RunningJob job) throws Exception {
        topics.follow(job, values());
    }

    /** How many values of level 1 come of what was given. */
    long values() {
        return forgotten + sum(BookCounters::packets);
    }

    /** The sum of one count over all that was given. */
    long sum(ToLongFunction<BookCounters> count) {
        return applied.stream()
                .map(each -> each.join().counters())
                .mapToLong(count)
                .sum();
    }

    /** Compares level 1 without printing it. */
    void assertSameL1() throws IOException {
        assertSame(topics.follower().packets(), service.l1(Emit.PACKET));
        assertSame(topics.follower().changes(), service.l1(Emit.CHANGE));
    }

    /** Compares texts by symbol without printing them. */
    static void assertSame(Map<String, String> actual, Map<String, String> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((symbol, text) ->
                assertThat(text.equals(actual.get(symbol))).as(symbol).isTrue());
    }

    void assertSameAnswers(Map<Long, Answer> answers) {
        asked.forEach((question, expected) -> {
            Applied found = ((Reply.Messages) reply(answers, question)).applied();
            assertThat(bytes(unnumbered(found)))
                    .as("question %d", question)
                    .isEqualTo(bytes(unnumbered(expected.join())));
        });
    }

    void assertState(Map<Long, Answer> answers, long question, String symbol) {
        Reply.State found = (Reply.State) reply(answers, question);

        assertThat(bytes(found)).isEqualTo(bytes(new Reply.State(service.state(symbol), found.book())));
        assertThat(found.book()).isPositive();
    }

    void assertDepth(Map<Long, Answer> answers, long question, String symbol, int levels) {
        assertThat(bytes(reply(answers, question))).isEqualTo(bytes(new Reply.Levels(service.depth(symbol, levels))));
    }

    private static Reply reply(Map<Long, Answer> answers, long question) {
        return Objects.requireNonNull(answers.get(question), "no answer").reply();
    }

    /** Without the number of the record, which counts all records of a journal. */
    private static Reply unnumbered(Applied applied) {
        return new Reply.Messages(new Applied(0, applied.counters(), applied.firstRefused(), applied.quote()));
    }

    private static byte[] bytes(Reply reply) {
        return new Answer(NOBODY, reply).bytes();
    }

    @Override
    public void close() throws IOException {
        service.close();
        topics.close();
    }
}
