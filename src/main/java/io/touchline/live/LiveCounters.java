package io.touchline.live;

import io.touchline.feed.Action;
import java.util.List;

/**
 * What all live books did since the start of the process, replay not counted; that of one book since its first message is its {@link BookState}.
 *
 * <p>{@code received = messages.received + forgotten}.
 *
 * @param messages what became of messages, but of those forgotten; those held are by how many more than at the start
 * @param received messages by {@link Action#code()}
 * @param requests requests applied
 * @param changes quotes that changed a value; all quotes are {@link BookCounters#packets}
 * @param forgotten messages that were held by a book when it was forgotten
 * @param books how many there are
 * @param subscriptions how many there are; one to all books counts once
 * @param queuedRequests requests that wait to be written
 * @param journal of the journal; {@link JournalCounters#NONE} when the books are kept elsewhere
 */
public record LiveCounters(
        BookCounters messages,
        List<Long> received,
        long requests,
        long changes,
        long forgotten,
        int books,
        int subscriptions,
        int queuedRequests,
        JournalCounters journal) {

    public LiveCounters {
        received = List.copyOf(received);
    }

    /** Messages received of an action. */
    public long received(Action action) {
        return received.get(action.code());
    }

    /**
     * The journal.
     *
     * @param bytes of all files
     * @param records written since the start
     * @param forces how often it was forced since the start
     * @param tornBytes cut off at the start
     * @param replayed records that the start replayed
     */
    public record JournalCounters(
            long bytes, int segments, long records, long forces, long tornBytes, int tornRecords, long replayed) {

        /** Of books that have no journal; one that is there has a file at least. */
        public static final JournalCounters NONE = new JournalCounters(0, 0, 0, 0, 0, 0, 0);
    }
}
