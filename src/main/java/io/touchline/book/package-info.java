/**
 * The resting orders of one instrument and the best bid and offer that they make. Depends on nothing.
 *
 * <pre>
 * OrderBook -- OrderTable    id, side -> quantity, level     open addressing, three words an order
 *           -- PriceLevels   bids, asks: level -> quantity   hash by price, the best 1,024 sorted, the rest in a tree
 *           -- OrderIds      text -> handle                  only for ids that are text
 * </pre>
 *
 * <p>The structures were chosen by measurements of prototypes. Orders: one packed table costs one cache miss a message where
 * the maps of the JDK and of three collection libraries cost two or more; those took 21 to 23 ns a message on a shallow book and 73 to 118 on a
 * deep one, the packed table 12 to 18 and 42 to 64. Where order ids rise evenly, young orders lie side by side in it: 64 ns a message became 42.
 * Levels: an order knows its level's number, so only an ADD looks a price up; a sorted array with the best last moves next to nothing near the
 * touch, where levels come and go, and a tree behind its 1,024 best keeps a side of a million levels from moving half of them. What this book
 * takes now stands in {@code src/jmh/results}.
 */
@NullMarked
package io.touchline.book;

import org.jspecify.annotations.NullMarked;
