package io.touchline.web.socket;

import io.touchline.feed.LimitExceededException;
import io.touchline.live.Applied;
import io.touchline.live.BooksBusyException;
import io.touchline.live.JournalUnavailableException;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveRequest;
import io.touchline.web.live.JsonFrames;
import io.touchline.web.live.JsonMessages;
import io.touchline.web.live.UnreadableMessageException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes messages from a client and acknowledges each frame, in order, once all of it is durable and applied.
 *
 * <p>A frame is read as a whole before anything of it is handed in: one that nobody can read changes nothing. Its messages become one request per symbol.
 * With many frames under way the socket is not read; when the books have no room, the thread that reads it waits.
 */
final class L3Conversation implements Conversation {

    private static final Duration ROOM_WAIT = Duration.ofSeconds(10);

    private final Connection connection;
    private final LiveBooks books;
    private final JsonFrames frames;
    private final int mostUnderWay;
    private final ArrayDeque<L3Frame> underWay = new ArrayDeque<>();
    private boolean handingIn;
    private boolean full;
    private boolean leaving;

    L3Conversation(Sockets sockets, LiveBooks books, JsonMessages messages, Connection connection) {
        this.connection = connection;
        this.books = books;
        this.frames = messages.frames();
        this.mostUnderWay = sockets.limits().framesInFlight();
    }

    @Override
    public void received(String text) {
        synchronized (this) {
            if (leaving) {
                return;
            }
            handingIn = true;
        }
        L3Frame frame = frame(text);
        synchronized (this) {
            handingIn = false;
            underWay.add(frame);
        }
        frame.whenDone(this::answerAll);
    }

    private L3Frame frame(String text) {
        try {
            JsonFrames.Frame read = frames.read(text);
            return new L3Frame(read.id(), handIn(read.requests()));
        } catch (UnreadableMessageException e) {
            return L3Frame.refused(unreadable(e));
        } catch (LimitExceededException e) {
            return L3Frame.refused(L3Frame.error(null, ErrorCode.LIMIT_EXCEEDED, e)
                    .text("setting", e.limit().setting())
                    .end());
        }
    }

    private List<CompletableFuture<Applied>> handIn(List<LiveRequest> requests) {
        List<CompletableFuture<Applied>> handedIn = new ArrayList<>(requests.size());
        for (LiveRequest request : requests) {
            try {
                handedIn.add(books.submit(request, ROOM_WAIT));
            } catch (BooksBusyException | JournalUnavailableException e) {
                handedIn.add(CompletableFuture.failedFuture(e));
            }
        }
        return handedIn;
    }

    private static String unreadable(UnreadableMessageException e) {
        return L3Frame.error(null, ErrorCode.UNREADABLE, e)
                .number("index", e.index())
                .text("field", e.field())
                .text("expected", e.expected())
                .text("found", e.found())
                .end();
    }

    /** Answers the frames that are done, as far as none before them is under way. */
    private void answerAll() {
        boolean over;
        synchronized (this) {
            for (L3Frame next = underWay.peek(); next != null && next.isDone(); next = underWay.peek()) {
                underWay.remove();
                connection.outbox().send(next.answer());
            }
            over = leaving && !handingIn && underWay.isEmpty();
        }
        if (over) {
            connection.finish(Closing.GOING_AWAY);
        }
        connection.regulate();
    }

    /** Whether many frames are under way; half of them have to be answered first when they were too many. */
    @Override
    public synchronized boolean isFull() {
        full = underWay.size() >= (full ? mostUnderWay / 2 : mostUnderWay);
        return full;
    }

    @Override
    public boolean hasHeartbeat() {
        return false;
    }

    @Override
    public void goAway() {
        synchronized (this) {
            leaving = true;
        }
        answerAll();
    }

    /** What is under way is applied all the same; its answer has nobody to hear it. */
    @Override
    public void ended() {
        synchronized (this) {
            leaving = true;
        }
    }
}
