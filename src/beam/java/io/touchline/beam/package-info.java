/**
 * The conversion as a pipeline of Apache Beam, for whoever outgrows one machine: the same reader, reorder window, books and writer, on Direct,
 * Flink, Spark or Dataflow.
 *
 * <pre>
 * files -> ReadL3         a file is read whole, by one worker: FileReading puts its packets in order, and numbers them per book
 *       -> ApplyPackets   a book per file and symbol, in keyed state: next, parked, book
 *       -> WriteL1        a CSV per book
 * </pre>
 *
 * <p>Between the steps go some whole packets of one book as bytes, and rows of level 1 as bytes; each such piece has an ordinal, from 0 without a
 * hole, since no engine keeps an order. An image is never torn apart, so no quote of half an image comes out. A book is one key, and so one
 * core on every engine.
 */
@NullMarked
package io.touchline.beam;

import org.jspecify.annotations.NullMarked;
