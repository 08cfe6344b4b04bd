package io.touchline.demo;

import io.touchline.live.BookState;
import io.touchline.live.LiveBooks;
import org.jspecify.annotations.Nullable;

/**
 * Plays a made-up market into the book {@value #SYMBOL}, one playing at a time, each going on behind the one before.
 *
 * <p>Any thread may call any method. What the books refuse at the start is thrown as they throw it; what they refuse later ends the playing and is told
 * by its state.
 */
public final class DemoFeed implements AutoCloseable {

    /** The symbol of its book. */
    public static final String SYMBOL = "DEMO";

    private final LiveBooks books;
    private final DemoLimits limits;
    private @Nullable DemoRun run;
    private boolean closed;

    public DemoFeed(LiveBooks books, DemoLimits limits) {
        this.books = books;
        this.limits = limits;
    }

    /**
     * Starts to play; when it plays already, only changes the speed.
     *
     * <p>Sequence numbers and times go on above those of the book, whoever they came from. A book that has no room above them is forgotten first.
     */
    public synchronized DemoState start(DemoSpeed speed) {
        DemoRun running = run;
        if (running != null && running.isRunning()) {
            running.speed(speed);
        } else if (!closed) {
            running = new DemoRun(books, limits, new DemoStream(book()), speed);
            running.start();
            run = running;
        }
        return state();
    }

    private @Nullable BookState book() {
        BookState book = books.state(SYMBOL);
        if (book == null || DemoStream.hasRoomBehind(book)) {
            return book;
        }
        books.forget(SYMBOL).join();
        return null;
    }

    /** Stops it, when it plays; all that it handed in is applied then. */
    public synchronized DemoState stop() {
        if (run != null) {
            run.stop();
        }
        return state();
    }

    public synchronized DemoState state() {
        return run == null ? DemoState.IDLE : run.state();
    }

    public DemoLimits limits() {
        return limits;
    }

    /** Stops for good. */
    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }
}
