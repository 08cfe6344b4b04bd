/**
 * Level 3 and level 1 as CSV: reader, writer, decimals and times. Plain Java on bytes; only a record with a quote becomes strings, and goes
 * through the CSV library.
 *
 * <pre>
 * bytes -> LineBuffer -> RowScanner               rows as both layouts have them
 *                     -> Cells -> RowDecoder      any other order of columns, any other text; says what is wrong with a row
 *                     -> QuotedRecord -> Cells    records with a quote
 *          L3Reader  ------------------------> MessageBatch
 * Quote -> L1Writer -> CsvRow, JsonRow -> bytes
 * </pre>
 */
@NullMarked
package io.touchline.csv;

import org.jspecify.annotations.NullMarked;
