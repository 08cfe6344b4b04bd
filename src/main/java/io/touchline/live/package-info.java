/**
 * Live books: messages in, journalled before they are acknowledged, applied by the one thread that owns their book, quotes out. Plain Java; knows
 * neither HTTP nor sockets nor JSON.
 *
 * <pre>
 * LiveRequest -> RequestQueue -> Journalling -> Partition -> LiveBook -> RecentQuotes, subscribers
 *  any thread      bounded       one thread,    one thread   the same LiveFeed and record bytes for a request, a replay and a
 *                                one force      per part     history
 *                                per group      of the books
 * </pre>
 *
 * <p>This is {@link io.touchline.live.JournalledBooks}. {@link io.touchline.live.LiveBooks} may be kept elsewhere, too; then
 * {@link io.touchline.live.FollowedBooks} publishes their quotes.
 */
@NullMarked
package io.touchline.live;

import org.jspecify.annotations.NullMarked;
