/**
 * Live books that a job keeps, shown by any number of services at once. A gateway has no book and no journal: what it is told goes into a topic, what it
 * tells comes out of two. It publishes quotes by the same code as the books with a journal.
 *
 * <pre>
 * LiveRequest -> Questions -> level 3 topic -> job (topic.TopicBook) -> answers topic -> Questions -> caller
 *                                                       |
 *                                                  level 1 topic -> L1Follower -> InTurn -> live.FollowedBooks -> subscribers
 *                                                       +--------> TopicHistory -> l1.csv
 * </pre>
 */
@NullMarked
package io.touchline.gateway;

import org.jspecify.annotations.NullMarked;
