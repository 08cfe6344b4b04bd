package io.touchline.beam;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.JsonFactory;
import com.google.api.services.pubsub.model.AcknowledgeRequest;
import com.google.api.services.pubsub.model.ModifyAckDeadlineRequest;
import com.google.api.services.pubsub.model.PublishRequest;
import com.google.api.services.pubsub.model.PublishResponse;
import com.google.api.services.pubsub.model.PubsubMessage;
import com.google.api.services.pubsub.model.PullRequest;
import com.google.api.services.pubsub.model.PullResponse;
import com.google.api.services.pubsub.model.ReceivedMessage;
import com.google.api.services.pubsub.model.Subscription;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.util.Transport;

/**
 * Stands for Pub/Sub, over HTTP as its JSON clients speak it: one subscription, and any topic. Delivers in any order, and one message in five a second
 * time although it was acknowledged; what is not acknowledged comes again, as it does there.
 */
final class PubsubStandIn implements AutoCloseable {

    private static final JsonFactory JSON = Transport.getJsonFactory();
    private static final int MOST_MESSAGES = 100;
    private static final int TWICE_ONE_IN = 5;
    private static final int DEADLINE_SECONDS = 10;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random random;
    private final List<PubsubMessage> waiting = new ArrayList<>();
    private final Map<String, Delivery> delivered = new HashMap<>();
    private final Map<String, List<PubsubMessage>> published = new HashMap<>();
    private long sent;
    private long deliveries;
    private long acknowledged;

    private PubsubStandIn(HttpServer server, long seed) {
        this.server = server;
        random = new Random(seed);
    }

    static PubsubStandIn start(long seed) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PubsubStandIn pubsub = new PubsubStandIn(server, seed);
        server.createContext("/v1/projects/", pubsub::answer);
        server.setExecutor(pubsub.threads);
        server.start();
        return pubsub;
    }

    /** The options of a job between the subscription {@code level3} and the topics {@code level1}, {@code answers} and {@code dropped}. */
    List<String> options() {
        return List.of(
                "--input=pubsub:projects/project/subscriptions/level3",
                "--output=pubsub:projects/project/topics/level1",
                "--answers=answers",
                "--dropped=dropped",
                "--project=project",
                "--pubsubRootUrl=http://localhost:" + server.getAddress().getPort(),
                "--credentialFactoryClass=" + NoopCredentialFactory.class.getName());
    }

    /** Puts a message before the subscription. */
    synchronized void send(byte[] data, Map<String, String> attributes) {
        String id = Long.toString(++sent);
        waiting.add(new PubsubMessage()
                .encodeData(data)
                .setAttributes(attributes)
                .setMessageId(id)
                .setPublishTime("2026-01-05T09:00:00Z"));
    }

    /** What was published to a topic so far. */
    synchronized List<PubsubMessage> published(String topic) {
        return List.copyOf(published.getOrDefault(topic, List.of()));
    }

    /** Whether all is delivered, the second times too. */
    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** How many deliveries were acknowledged. */
    synchronized long acknowledged() {
        return acknowledged;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String call = path.substring(path.lastIndexOf('/') + 1);
            byte[] answer = JSON.toByteArray(answer(call, body(exchange)));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private synchronized GenericJson answer(String call, String body) throws IOException {
        String name = call.replaceFirst(":.*", "");
        return switch (call.substring(name.length())) {
            case ":pull" -> pull(JSON.fromString(body, PullRequest.class).getMaxMessages());
            case ":acknowledge" ->
                acknowledge(JSON.fromString(body, AcknowledgeRequest.class).getAckIds());
            case ":modifyAckDeadline" -> keep(JSON.fromString(body, ModifyAckDeadlineRequest.class));
            case ":publish" ->
                publish(name, JSON.fromString(body, PublishRequest.class).getMessages());
            default -> new Subscription().setName(name).setAckDeadlineSeconds(DEADLINE_SECONDS);
        };
    }

    private PullResponse pull(int most) {
        long now = System.nanoTime();
        List<String> overdue = delivered.entrySet().stream()
                .filter(each -> now - each.getValue().untilNanos > 0)
                .map(Map.Entry::getKey)
                .toList();
        overdue.forEach(this::deliverAgain);
        List<ReceivedMessage> messages = new ArrayList<>();
        while (!waiting.isEmpty() && messages.size() < Math.min(most, MOST_MESSAGES)) {
            messages.add(deliver(waiting.remove(random.nextInt(waiting.size())), now));
        }
        return new PullResponse().setReceivedMessages(messages);
    }

    private ReceivedMessage deliver(PubsubMessage message, long now) {
        String ackId = "ack-" + ++deliveries;
        delivered.put(ackId, new Delivery(message, now + DEADLINE_SECONDS * 1_000_000_000L));
        if (random.nextInt(TWICE_ONE_IN) == 0) {
            waiting.add(message);
        }
        return new ReceivedMessage().setAckId(ackId).setMessage(message);
    }

    private void deliverAgain(String ackId) {
        Delivery delivery = delivered.remove(ackId);
        if (delivery != null) {
            waiting.add(delivery.message);
        }
    }

    private GenericJson acknowledge(List<String> ackIds) {
        ackIds.forEach(delivered::remove);
        acknowledged += ackIds.size();
        return new GenericJson();
    }

    private GenericJson keep(ModifyAckDeadlineRequest request) {
        int seconds = request.getAckDeadlineSeconds();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        for (String ackId : request.getAckIds()) {
            if (seconds == 0) {
                deliverAgain(ackId);
            } else {
                delivered.computeIfPresent(ackId, (id, delivery) -> new Delivery(delivery.message, until));
            }
        }
        return new GenericJson();
    }

    private PublishResponse publish(String topic, List<PubsubMessage> messages) {
        List<PubsubMessage> all = published.computeIfAbsent(topic, each -> new ArrayList<>());
        List<String> ids = new ArrayList<>();
        for (PubsubMessage message : messages) {
            ids.add(Integer.toString(all.size()));
            all.add(message);
        }
        return new PublishResponse().setMessageIds(ids);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** A message that is not acknowledged, and until when it has time for it. */
    private record Delivery(PubsubMessage message, long untilNanos) {}
}
