/**
 * Level-3 messages on their way to the books, and what is counted there. Depends on the books only; whoever has messages, a file or a live
 * session, hands them to a {@link io.touchline.feed.Feed} and hears the quotes as its {@link io.touchline.feed.FeedListener}.
 *
 * <pre>
 * MessageBatch -> PacketScan               where the reader's thread has time: what of a batch is in order
 *              -> Feed -> InOrderRun       what is in order waits in the batch it came in
 *                      -> ReorderWindow    what is not is copied, sorted, joined, and freed of duplicates
 *                      -> Instrument       one symbol's book -> Quote -> FeedListener
 *                      -> PacketListener   in place of the books: passes packets on, in order, to a PacketBook elsewhere
 * </pre>
 */
@NullMarked
package io.touchline.feed;

import org.jspecify.annotations.NullMarked;
