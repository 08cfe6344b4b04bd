package io.touchline.feed;

/**
 * The way of messages to quotes: through the reorder window, packet by packet into the books, and out as the best bid and offer.
 *
 * <p>A packet is all messages of one sequence number. Packets apply in the order of their numbers as far as the window reaches; one that comes
 * after a higher one of its symbol was applied is late and dropped. One quote comes of a packet for each symbol of which it applied a message.
 * One thread owns a feed. Odd data never throws; allocates only to grow, and per packet that came out of order.
 */
public final class Feed {

    private final int windowSize;
    private final int maxHeldRows;
    private final ReorderWindow window;
    private final InOrderRun run = new InOrderRun();
    private final PacketTarget books;
    private final DropListener listener;
    private final FeedCounters counters;
    private final Message row = new Message();
    /** The highest sequence number that was applied out of the window; -1 before the first. */
    private long leftWindow = -1;

    private long lateSeqNum = -1;
    private int lateSymbol = -1;
    /** The packet that was applied and may yet go on, see {@link #endRequest}; -1 when none may. */
    private long goesOn = -1;

    /**
     * A feed with no books yet.
     *
     * @param window how many packets are held back to put them in order
     * @param maxHeldRows how many messages the window may hold at a time
     * @param maxOrders how many orders may rest in a book at a time
     * @param everyMessage whether a quote comes of every message, and not of every packet
     */
    public Feed(int window, int maxHeldRows, int maxOrders, boolean everyMessage, FeedListener listener) {
        this(window, new ReorderWindow(maxHeldRows), new Books(maxOrders, everyMessage, listener), listener);
    }

    /**
     * A feed that puts packets in order and passes them on to books elsewhere; what becomes of their rows there it does not count.
     *
     * @param window how many packets are held back to put them in order
     * @param maxHeldRows how many messages the window may hold at a time
     */
    public Feed(int window, int maxHeldRows, PacketListener listener) {
        this(window, new ReorderWindow(maxHeldRows), new PassedPackets(listener), listener);
    }

    Feed(int window, ReorderWindow held, PacketTarget books, DropListener listener) {
        this.windowSize = window;
        this.maxHeldRows = held.maxRows();
        this.window = held;
        this.counters = books.counters();
        this.books = books;
        this.listener = listener;
    }

    /**
     * Takes the messages of a batch in, and the batch itself: what is in order stays in it until the window lets it go.
     *
     * @return an empty batch to be filled next
     * @throws LimitExceededException when the window holds as many rows as it may
     */
    public MessageBatch accept(MessageBatch batch) {
        int end = batch.end();
        int begin = batch.begin();
        int inOrder = run.take(batch, Math.max(window.highest(), leftWindow));
        counters.read += (inOrder - begin) / Message.WORDS;
        while (window.packets() + run.packets() > windowSize + 1 && !window.isEmpty()) {
            applyLowest();
        }
        applyRun(run.packets() - windowSize - 1);
        if (inOrder == end && window.rows() + run.rows() <= maxHeldRows) {
            return end == begin ? batch : run.spare(batch);
        }
        putRunIntoWindow();
        Message message = new Message(batch.words(), inOrder);
        for (int at = inOrder; at < end; at += message.length()) {
            accept(message.moveTo(batch.words(), at));
        }
        return inOrder == batch.begin() ? batch.clear() : run.spare(batch);
    }

    /**
     * Takes one message in; what the window lets go is applied.
     *
     * @throws LimitExceededException when the window holds as many rows as it may
     */
    public void accept(Message message) {
        putRunIntoWindow();
        counters.read++;
        int held = window.find(message.seqNum());
        if (held == ReorderWindow.NONE && window.packets() > windowSize) {
            applyLowest();
        }
        if (message.seqNum() <= books.lastSeqNum(message.symbol()) && message.seqNum() != goesOn) {
            dropLate(message);
        } else {
            lateSeqNum = -1;
            hold(held, message);
        }
    }

    /**
     * Ends a request of a live feed, and its last packet with it: what the window no longer holds back is applied. The last packet applied may yet
     * go on with the messages of a later request, unless another packet comes first.
     */
    void endRequest() {
        while (window.packets() > windowSize) {
            applyLowest();
        }
        goesOn = leftWindow;
    }

    /** Applies all packets up to a sequence number that the window of a live feed holds; the last one may yet go on. */
    void release(long upTo) {
        while (!window.isEmpty() && window.lowest() <= upTo) {
            applyLowest();
        }
        goesOn = leftWindow;
    }

    /** Applies all that the window holds; then the feed is at its end. */
    public void finish() {
        while (!window.isEmpty()) {
            applyLowest();
        }
        applyRun(run.packets());
    }

    public FeedCounters counters() {
        return counters;
    }

    ReorderWindow window() {
        return window;
    }

    /** The sequence number of the late packet that may yet have more rows; -1 when there is none. */
    long lateSeqNum() {
        return lateSeqNum;
    }

    /** Goes on as a feed would whose one symbol is at this place. */
    void moveTo(long lastSeqNum, long lateSeqNum) {
        leftWindow = lastSeqNum;
        goesOn = lastSeqNum;
        this.lateSeqNum = lateSeqNum;
        lateSymbol = 0;
    }

    /** Something came that is not in order: from now on the window has to know all that is held. */
    private void putRunIntoWindow() {
        while (!run.isEmpty()) {
            int packets = 0;
            for (int at = run.begin(); at < run.end(); at += Message.WORDS) {
                row.moveTo(run.words(), at);
                int held = window.find(row.seqNum());
                packets += held == ReorderWindow.NONE ? 1 : 0;
                hold(held, row);
            }
            run.drop(run.end(), packets);
            lateSeqNum = -1;
        }
    }

    private void hold(int held, Message message) {
        if (goesOn != -1 && message.seqNum() != goesOn && window.find(goesOn) == ReorderWindow.NONE) {
            goesOn = -1;
        }
        if (held == ReorderWindow.NONE) {
            window.hold(message);
        } else if (!window.join(held, message)) {
            counters.duplicateRows++;
            listener.duplicate(message);
        }
    }

    private void dropLate(Message message) {
        counters.lateRows++;
        window.drop();
        if (message.seqNum() != lateSeqNum || message.symbol() != lateSymbol) {
            counters.latePackets++;
            listener.late(message);
        }
        lateSeqNum = message.seqNum();
        lateSymbol = message.symbol();
    }

    /** Applies the lowest packets of the run, so many of them; only while the window is empty. */
    private void applyRun(int packets) {
        for (int left = packets; left > 0; ) {
            int applied = books.apply(run.words(), run.begin(), run.end(), left);
            run.drop(books.end(), applied);
            left -= applied;
        }
    }

    /** Announces some rows of a packet, from a slot on; answers the slot behind them. */
    private int announce(int slot) {
        int each = slot;
        for (int left = Books.ROWS_AHEAD; left > 0 && each != ReorderWindow.NONE; left--) {
            window.read(each, row);
            books.announce(row);
            each = window.nextRow(each);
        }
        return each;
    }

    private void applyLowest() {
        books.startPacket();
        int lowest = window.pollLowest();
        int announced = window.isLarge(lowest) ? lowest : ReorderWindow.NONE;
        for (int slot = lowest; slot != ReorderWindow.NONE; slot = window.nextRow(slot)) {
            announced = slot == announced ? announce(slot) : announced;
            window.read(slot, row);
            books.apply(row);
        }
        leftWindow = Math.max(leftWindow, row.seqNum());
        window.free(lowest);
        books.endPacket();
    }
}
