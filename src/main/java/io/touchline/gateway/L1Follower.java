package io.touchline.gateway;

import io.touchline.gateway.Topics.Offsets;
import io.touchline.live.FollowedBooks;
import io.touchline.live.FollowedQuote;
import io.touchline.live.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Reads the level 1 topic from its beginning on, and has its quotes published, each in its turn. One thread hears the topic; any may ask where quotes
 * stand in it.
 *
 * <p>A value that nobody can read is passed over; the log has the first. Quotes that cannot have their turn any more break the gateway, or end its start.
 */
final class L1Follower implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(L1Follower.class);

    private final FollowedBooks books;
    private final Health health;
    private final Map<TopicPartition, Offsets> replayed;
    private final Map<TopicPartition, Offsets> toReplay;
    private final CountDownLatch replay = new CountDownLatch(1);
    private final L1RecordReader reader = new L1RecordReader();
    private final Map<String, InTurn> turns = new HashMap<>();
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Object moved = new Object();
    private boolean anyUnreadable;
    private volatile long heardNanos = System.nanoTime();
    private volatile @Nullable RuntimeException broken;

    /**
     * A follower that hears nothing yet.
     *
     * @param replayed what the topic holds already
     */
    L1Follower(FollowedBooks books, Health health, Map<TopicPartition, Offsets> replayed) {
        this.books = books;
        this.health = health;
        this.replayed = replayed;
        toReplay = new HashMap<>(replayed);
        toReplay.values().removeIf(Offsets::isEmpty);
        noteReplay();
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        if (broken != null) {
            return;
        }
        try {
            follow(records);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            broken = e;
            health.broke(e);
            replay.countDown();
        }
    }

    private void follow(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        List<FollowedQuote> quotes = new ArrayList<>(records.size());
        Map<String, Place> reached = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            L1Record read = read(record);
            if (read != null) {
                accept(record, read, quotes, reached);
            }
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            Offsets left = toReplay.get(partition);
            if (left != null && record.offset() >= left.end() - 1) {
                toReplay.remove(partition);
            }
        }
        books.deliver(quotes);
        places.putAll(reached);
        heardNanos = System.nanoTime();
        noteReplay();
        synchronized (moved) {
            moved.notifyAll();
        }
    }

    private void noteReplay() {
        if (toReplay.isEmpty()) {
            replay.countDown();
        }
    }

    private @Nullable L1Record read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.read(record.value(), record.offset());
        } catch (RuntimeException e) {
            if (!anyUnreadable) {
                LOG.warn(
                        "quote=unreadable partition={} offset={} message=\"{}\"",
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
            anyUnreadable = true;
            return null;
        }
    }

    private void accept(
            ConsumerRecord<byte[], byte[]> record,
            L1Record read,
            List<FollowedQuote> quotes,
            Map<String, Place> reached) {
        Offsets there = replayed.get(new TopicPartition(record.topic(), record.partition()));
        boolean any = there != null && there.first() > 0 && record.offset() < there.end();
        List<L1Record> taken = new ArrayList<>(1);
        turns.computeIfAbsent(read.symbol(), symbol -> new InTurn()).accept(read, any, taken);
        for (L1Record each : taken) {
            quotes.add(each.toFollowed());
            reached.compute(
                    each.symbol(),
                    (symbol, place) -> Place.of(each, record, place == null ? places.get(symbol) : place));
        }
    }

    /**
     * Waits until all is published that the topic held when this was made.
     *
     * @param patience how long the topic may say nothing
     * @throws TopicsUnavailableException when it says nothing for longer, or what has no turn any more
     */
    void awaitReplay(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        while (!replay.await(left, TimeUnit.NANOSECONDS)) {
            left = patience.toNanos() - (System.nanoTime() - heardNanos);
            if (left <= 0) {
                throw new TopicsUnavailableException(
                        "level 1 topic: expected its records up to its end, found none for " + patience.toMillis()
                                + " ms (touchline.kafka.start-timeout)");
            }
        }
        if (broken != null) {
            throw new TopicsUnavailableException(broken);
        }
        books.awaitPublished();
    }

    /**
     * Waits until a quote was heard, or one of a later book; answers where it stands.
     *
     * @return null when it was not heard in time
     */
    @Nullable
    Place await(String symbol, long book, long packet, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (moved) {
            for (long left = patience.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                Place place = places.get(symbol);
                if (place != null && place.has(book, packet)) {
                    return place;
                }
                moved.wait(left);
            }
        }
        return null;
    }

    /**
     * Where the quotes of a book stand.
     *
     * @param packet the last one that was heard
     * @param partition where all of them stand
     * @param firstPacket the first one that was heard
     * @param first the lowest offset of one
     * @param last the offset up to which all stand
     */
    record Place(long book, long packet, int partition, long firstPacket, long first, long last) {

        static Place of(L1Record taken, ConsumerRecord<byte[], byte[]> record, @Nullable Place before) {
            if (before == null || before.book != taken.book()) {
                return new Place(
                        taken.book(),
                        taken.packet(),
                        record.partition(),
                        taken.packet(),
                        taken.offset(),
                        record.offset());
            }
            long first = Math.min(before.first, taken.offset());
            return new Place(before.book, taken.packet(), before.partition, before.firstPacket, first, record.offset());
        }

        boolean has(long wanted, long wantedPacket) {
            return book > wanted || (book == wanted && packet >= wantedPacket);
        }
    }
}
