package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.beam.L3Requests.Request;
import io.touchline.live.Applied;
import io.touchline.live.Emit;
import io.touchline.topic.Answer;
import io.touchline.topic.L3Record;
import io.touchline.topic.Question;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The stream between a subscription and topics of Pub/Sub, against the service's books. */
@EnabledIfSystemProperty(named = "beam.runner", matches = "direct", disabledReason = "one engine shows it")
class PubsubPipelineTest {

    private static final long SEED = 7;
    private static final int TWICE_ONE_IN = 7;

    private final Map<String, Long> ordinals = new HashMap<>();
    private final L1Follower follower = new L1Follower();
    private final Path folder;

    PubsubPipelineTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void messagesInAnyOrderAndMoreThanOnceGiveTheQuotesOfTheService() throws Exception {
        List<Request> requests = L3Requests.of(MadeUpL3.write(folder.resolve("l3.csv"), 4_000, 5, 11), "", 9);

        try (Service service = new Service(folder.resolve("journal"));
                PubsubStandIn pubsub = PubsubStandIn.start(SEED)) {
            long packets = give(requests, service, pubsub);
            sendUnreadable(pubsub);
            try (RunningJob job = RunningJob.start(folder, pubsub.options())) {
                Await.until("all of level 1", job, () -> follow(pubsub) >= packets);
                Await.until("all delivered", job, pubsub::isEmpty);
                Await.until("answers", job, () -> answered(pubsub).size() == requests.size() / 2);
                Await.until("what is dropped", job, () -> dropped(pubsub).size() == 3);

                Both.assertSame(follower.packets(), service.l1(Emit.PACKET));
                Both.assertSame(follower.changes(), service.l1(Emit.CHANGE));
                assertThat(pubsub.acknowledged()).isPositive();
            }
            assertDropped(dropped(pubsub));
        }
    }

    /** Gives the requests to the service and publishes them, every other one as a text; answers how many packets they have. */
    private long give(List<Request> requests, Service service, PubsubStandIn pubsub) {
        List<CompletableFuture<Applied>> applied = new ArrayList<>();
        for (Request request : requests) {
            int number = applied.size();
            applied.add(service.submit(request.live()));
            byte[] data = number % 2 == 0 ? request.text() : L3Record.messages(new Question(1, number), request.live());
            long ordinal = ordinals.getOrDefault(request.symbol(), 0L);
            ordinals.put(request.symbol(), ordinal + 1);
            Map<String, String> attributes = Map.of("symbol", request.symbol(), "ordinal", Long.toString(ordinal));
            pubsub.send(data, attributes);
            if (number % TWICE_ONE_IN == 0) {
                pubsub.send(data, attributes); // as a publisher does that had no answer
            }
        }
        return applied.stream()
                .mapToLong(each -> each.join().counters().packets())
                .sum();
    }

    private static void sendUnreadable(PubsubStandIn pubsub) {
        byte[] data = {1};
        pubsub.send(data, Map.of("symbol", "AAA"));
        pubsub.send(data, Map.of("symbol", "AAA", "ordinal", "-1"));
        pubsub.send(data, Map.of("ordinal", "0"));
    }

    /** Reads level 1 anew, whatever its order; answers how many values could be taken. */
    private long follow(PubsubStandIn pubsub) {
        pubsub.published("level1").forEach(message -> follower.read(message.decodeData()));
        return follower.taken();
    }

    private static List<Long> answered(PubsubStandIn pubsub) {
        return pubsub.published("answers").stream()
                .map(message -> Answer.read(
                        Objects.requireNonNull(message.getAttributes().get("symbol")), message.decodeData()))
                .map(answer -> answer.question().number())
                .distinct()
                .toList();
    }

    /** What is told of messages that come to no book, each once. */
    private static List<String> dropped(PubsubStandIn pubsub) {
        return pubsub.published("dropped").stream()
                .map(message -> new String(message.decodeData(), StandardCharsets.UTF_8))
                .distinct()
                .toList();
    }

    private static void assertDropped(List<String> lines) {
        assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("unreadable,,,,"));
        assertThat(lines.stream().filter(line -> line.contains(": ordinal: expected a number from 0")))
                .hasSize(2);
    }
}
