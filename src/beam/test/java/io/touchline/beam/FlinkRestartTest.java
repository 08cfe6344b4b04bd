package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.beam.L3Requests.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A stream on Flink that ends at once and goes on from its checkpoint, against the service, which never ended. */
@EnabledIfSystemProperty(
        named = "beam.runner",
        matches = "flink",
        disabledReason = "other engines have no checkpoint here")
class FlinkRestartTest {

    private static final int OFTEN = 100;

    private final Path folder;
    private List<Request> requests = List.of();

    FlinkRestartTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void make() throws Exception {
        requests = L3Requests.of(MadeUpL3.write(folder.resolve("l3.csv"), 12_000, 9, 23), "", 9);
    }

    @Test
    void whatCameBehindTheCheckpointComesAgainAndIsDroppedByItsReadersAlsoWithOtherLimits() throws Exception {
        int third = requests.size() / 3;
        String forgotten = requests.get(third).symbol();
        try (Both both = new Both(folder)) {
            String checkpoint;
            try (FlinkJob job = FlinkJob.start(folder, both.topics.options(), FlinkJob.RARELY, null)) {
                requests.subList(0, third).forEach(both::give);
                both.follow(job);
                checkpoint = job.checkpoint();
                requests.subList(third, 2 * third).forEach(both::give);
                both.forget(forgotten);
                both.follow(job);
            }
            long before = both.values();
            assertThat(both.topics.follower().repeated()).isZero();

            List<String> changed = new ArrayList<>(both.topics.options());
            changed.add("--restingOrders=1000000");
            try (FlinkJob job = FlinkJob.start(folder, changed, FlinkJob.RARELY, checkpoint)) {
                requests.subList(2 * third, requests.size()).forEach(both::give);
                both.follow(job);
                both.assertSameL1();
                both.assertSameAnswers(both.topics.answers(job));
            }
            assertThat(both.values()).isGreaterThan(before);
            assertThat(both.topics.follower().repeated()).isPositive();
        }
    }

    @Test
    void jobThatEndsInTheMiddleOfItsWorkGoesOnExactly() throws Exception {
        try (Both both = new Both(folder)) {
            String checkpoint;
            try (FlinkJob job = FlinkJob.start(folder, both.topics.options(), OFTEN, null)) {
                requests.forEach(both::give);
                both.topics.follow(job, both.values() / 3);
                checkpoint = job.latestCheckpoint();
            }

            try (FlinkJob job = FlinkJob.start(folder, both.topics.options(), OFTEN, checkpoint)) {
                both.follow(job);
                both.assertSameL1();
                both.assertSameAnswers(both.topics.answers(job));
            }
        }
    }
}
