package io.touchline.kill;

import io.touchline.feed.Action;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends random requests, each after the answer to the one before, until the process ends: some to a book that is its own, where sequence numbers rise,
 * some to a book that all share, where packets go on from request to request, and some to one that is also forgotten now and then.
 */
final class Producer {

    private static final Action[] ACTIONS = {Action.ADD, Action.ADD, Action.UPDATE, Action.DELETE, Action.TRADE};
    private static final int LARGE = 2_000;

    private final Random random;
    private final Account own;
    private final Account shared;
    private final Account forgotten;
    private final AtomicLong ids;
    private final AtomicInteger answers;
    private long seqNum = 1;
    private L3Row sharedRow;

    /**
     * A producer.
     *
     * @param ownSharedForgotten its own book, the one of all, and one that it forgets and no other producer sends to
     * @param ids the last id given out in the session
     * @param answers counts the answers of all producers
     */
    Producer(Random random, List<Account> ownSharedForgotten, AtomicLong ids, AtomicInteger answers) {
        this.random = random;
        this.own = ownSharedForgotten.get(0);
        this.shared = ownSharedForgotten.get(1);
        this.forgotten = ownSharedForgotten.get(2);
        this.ids = ids;
        this.answers = answers;
        this.sharedRow = row(0, 0, false);
    }

    /** What it does while the process lives. */
    Callable<Void> load(BooksProcess process, int round) {
        return () -> {
            try {
                while (true) {
                    step(process, round);
                    answers.incrementAndGet();
                }
            } catch (IOException e) {
                return null;
            }
        };
    }

    private void step(BooksProcess process, int round) throws IOException {
        long id = ids.incrementAndGet();
        int dice = random.nextInt(20);
        if (dice == 0) {
            forgotten.forgetting(id);
            process.forget(forgotten.symbol());
            forgotten.forgotten();
        } else if (dice < 6) {
            send(process, shared, id, List.of(sharedPacket(id, round)));
        } else {
            send(process, dice < 9 ? forgotten : own, id, packets(id));
        }
    }

    private void send(BooksProcess process, Account account, long id, List<List<L3Row>> packets) throws IOException {
        Request request = new Request(id, account.symbol(), packets);
        account.sending(request);
        process.send(request);
        account.acknowledged(request);
    }

    private List<List<L3Row>> packets(long id) {
        int rows = rows();
        int most = Math.max(1 + random.nextInt(20), rows / 20);
        List<List<L3Row>> packets = new ArrayList<>();
        while (rows > 0) {
            int some = Math.min(rows, 1 + random.nextInt(most));
            seqNum += 1 + random.nextInt(3);
            packets.add(packet(id, packets.size(), seqNum, some));
            rows -= some;
        }
        return packets;
    }

    /** Mostly one or two, sometimes many. */
    private int rows() {
        int dice = random.nextInt(100);
        return dice < 70 ? 1 + random.nextInt(2) : dice < 97 ? 1 + random.nextInt(60) : LARGE;
    }

    /** Its last row is its own, but it may begin with one that was in the packet before. */
    private List<L3Row> sharedPacket(long id, int round) {
        List<L3Row> rows = packet(id, 0, round, 1 + random.nextInt(3));
        if (random.nextBoolean() && sharedRow.seqNum() == round) {
            rows.add(0, sharedRow);
        }
        sharedRow = rows.get(rows.size() - 1);
        return rows;
    }

    private List<L3Row> packet(long id, int packet, long number, int rows) {
        boolean isImage = random.nextInt(50) == 0;
        List<L3Row> made = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            made.add(row(number, Request.timeNanos(id, packet), isImage));
        }
        return made;
    }

    private L3Row row(long number, long timeNanos, boolean isImage) {
        int order = random.nextInt(300);
        return new L3Row(
                number,
                timeNanos,
                isImage,
                ACTIONS[random.nextInt(ACTIONS.length)],
                order % 5 == 0 ? "order-" + order : "" + order,
                order % 2 == 0 ? "BUY" : "SELL",
                random.nextInt(30) == 0 ? "1.7976931348623157e+308" : 90 + random.nextInt(20) + ".25",
                1 + random.nextInt(9) + ".5");
    }
}
