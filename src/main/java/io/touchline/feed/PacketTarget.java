package io.touchline.feed;

/** Takes packets once a {@link Feed} has put them in order: the books, or whoever passes them on to books elsewhere. One thread, the feed's. */
interface PacketTarget {

    /** Where the feed counts what came in, and the target what became of it. */
    FeedCounters counters();

    /** The highest sequence number that a symbol was given; -1 before the first. */
    long lastSeqNum(int symbol);

    /**
     * Takes the first packets of a run of records without texts, {@code most} of them at most.
     *
     * @return how many it took; {@link #end} says where the next one starts
     */
    int apply(long[] words, int from, int to, int most);

    /** Where the last {@link #apply} ended. */
    int end();

    /** Says that a row will be applied soon, so that what it needs can be fetched. */
    void announce(Message row);

    void startPacket();

    void apply(Message row);

    void endPacket();
}
