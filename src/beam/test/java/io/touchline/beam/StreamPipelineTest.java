package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.touchline.beam.L3Requests.Request;
import io.touchline.convert.BadOptionException;
import io.touchline.live.BookCounters;
import io.touchline.topic.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The stream on the engine that is on the class path, with a real broker, against the service's books. */
@EnabledIfSystemProperty(named = "beam.runner", matches = "direct|flink", disabledReason = "streams are for Flink")
class StreamPipelineTest {

    private static final Path REFERENCE = Path.of(System.getProperty("touchline.reference"));

    private final Path folder;

    StreamPipelineTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void referenceDayGivesTheBytesOfTheRightAnswer() throws Exception {
        assumeThat(REFERENCE).as("the real day is not here").isDirectory();
        String expected = unzipped(REFERENCE.resolve("l1_per_packet.csv.gz"));
        List<Request> requests = L3Requests.of(REFERENCE.resolve("l3.csv.gz"), "DAY", 100);

        try (Both both = new Both(folder);
                RunningJob job = RunningJob.start(folder, both.topics.options())) {
            requests.forEach(both::give);
            both.follow(job);

            both.assertSameL1();
            assertThat(expected.equals(both.topics.follower().packets().get("DAY")))
                    .isTrue();
            assertThat(String.valueOf(both.topics.follower().changes().get("DAY"))
                            .lines())
                    .hasSize(1 + 17_195);
        }
    }

    @Test
    void symbolsGiveTheQuotesAndAnswersOfTheServiceWhateverStandsBetweenThem() throws Exception {
        Path l3 = MadeUpL3.write(folder.resolve("l3.csv"), 6_000, 7, 11);
        List<Request> requests = L3Requests.of(l3, "", 9);
        int half = requests.size() / 2;
        String forgotten = requests.get(0).symbol();
        String asked = requests.get(1).symbol();

        try (Both both = new Both(folder);
                RunningJob job = RunningJob.start(folder, both.topics.options())) {
            requests.subList(0, half).forEach(both::give);
            sendUnreadable(both.topics, asked);
            both.forget(forgotten);
            requests.subList(half, requests.size()).forEach(both::give);
            both.give(requests.get(1)); // again, and so late
            long state = both.topics.askState(asked);
            long depth = both.topics.askDepth(asked, 5);
            both.follow(job);

            both.assertSameL1();
            Map<Long, Answer> answers = both.topics.answers(job);
            both.assertSameAnswers(answers);
            both.assertState(answers, state, asked);
            both.assertDepth(answers, depth, asked, 5);
            assertDropped(both.topics.dropped(job, 5 + (int) both.sum(BookCounters::latePackets)), asked);
            if (job instanceof DirectJob direct) {
                assertCounters(direct, both);
            }
        }
    }

    @Test
    void topicThatDoesNotExistIsRefusedBeforeAnythingRuns() throws Exception {
        try (Both both = new Both(folder)) {
            List<String> options = both.topics.options().stream()
                    .map(each -> each.replaceFirst("/l3$", "/none"))
                    .toList();

            assertThatThrownBy(() -> RunningJob.pipeline(options, List.of()))
                    .isInstanceOf(BadOptionException.class)
                    .hasMessage("option input: expected a topic that exists, found none");
        }
    }

    private static void sendUnreadable(StreamTopics topics, String symbol) {
        topics.send(null, new byte[] {1});
        topics.send("*", new byte[] {1});
        topics.send(symbol, null);
        topics.send(symbol, new byte[] {1, 2, 3});
        topics.send(symbol, "what,is,this\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void assertDropped(List<String> lines, String symbol) {
        assertThat(lines.stream().filter(line -> line.startsWith("unreadable," + symbol + ",")))
                .hasSize(3)
                .anyMatch(line -> line.contains("line 1"));
        assertThat(lines.stream().filter(line -> line.startsWith("unreadable,,,,\"partition ")))
                .hasSize(2)
                .allMatch(line -> line.contains(": key: expected a symbol"));
        assertThat(lines).hasSizeGreaterThan(5).anyMatch(line -> line.startsWith("late," + symbol + ","));
    }

    private static void assertCounters(DirectJob job, Both both) {
        assertThat(job.counters())
                .containsEntry("unreadable_record", 5L)
                .containsEntry("rows", both.sum(BookCounters::received))
                .containsEntry("applied", both.sum(BookCounters::applied))
                .containsEntry("late_row", both.sum(BookCounters::lateRows))
                .containsEntry("late_packet", both.sum(BookCounters::latePackets))
                .containsEntry("quotes", both.values() - 1);
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
