/**
 * What goes over the three topics of a stream, and the book as the job that reads them holds it. Plain Java; knows neither Kafka nor Beam nor a JSON
 * library. The key of every value is the symbol.
 *
 * <pre>
 * level 3    L3Record         messages for a book, a book to be forgotten, a question: version 1 | asker | question | what | body; or a text, L3 as CSV
 *    |
 * TopicBook  a LiveBook, and so the same code and the same record bytes as in a journal, a replay and a history
 *    |
 * level 1    L1RecordWriter   JSON, one value per packet's quote
 * answers    Answer           what came of a record: version 1 | asker | question | what | body
 * </pre>
 */
@NullMarked
package io.touchline.topic;

import org.jspecify.annotations.NullMarked;
