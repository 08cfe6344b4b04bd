/**
 * Messages and books as compact bytes, for whoever keeps them or sends them elsewhere: the journal and snapshots of live books, and engines that run
 * the core on many machines.
 *
 * <pre>
 * NumberWriter, NumberReader     numbers of one to ten bytes
 * MessageWriter, MessageReader   a message as what differs from the one before
 * RestingOrders                  the orders of a book
 * </pre>
 */
@NullMarked
package io.touchline.binary;

import org.jspecify.annotations.NullMarked;
