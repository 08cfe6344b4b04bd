/**
 * Level 3 to level 1 as a pipeline of Apache Beam, for whoever outgrows one machine: the core's own reader, reorder window, books and writer, on Direct,
 * Flink, Spark or Dataflow, from files to files or from topic to topic.
 *
 * <pre>
 * files -> ReadL3            a file is read whole, by one worker: FileReading puts its packets in order, and numbers them per book
 *       -> ApplyPackets      a book per file and symbol, in keyed state: next, parked, book
 *       -> WriteL1           a CSV per book
 *
 * topic -> KafkaSource       SequenceRecords puts the records of a partition in the order of their offsets, and numbers them per symbol
 *          or PubsubSource   each message has its symbol and its number as attributes
 *       -> ApplyRecords      a live book per symbol, in keyed state: next, parked, book
 *       -> KafkaSink         values of the level 1 and answers topics, at least once; or PubsubSink
 * </pre>
 *
 * <p>Between the steps of files go some whole packets of one book as bytes, and rows of level 1 as bytes; between those of a stream, records of one symbol.
 * Each has an ordinal, from 0 without a hole, since no engine keeps an order; {@link Turns} waits for it, and never for time. An image is never torn
 * apart, so no quote of half an image comes out. A book is one key, and so one core on every engine.
 *
 * <p>Another place of topics is one more {@link TopicSource} and {@link TopicSink}.
 */
@NullMarked
package io.touchline.beam;

import org.jspecify.annotations.NullMarked;
