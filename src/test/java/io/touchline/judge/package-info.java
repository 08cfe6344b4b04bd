/**
 * The judge: the rules of level 3 to level 1 once more, written from the contract alone, with maps and {@link java.math.BigDecimal}, to be read
 * rather than to be fast. It shares no line of parsing, book or writer with the code that it judges; only the options and the counters' record are the same.
 *
 * <pre>
 *   bytes -> NaiveReader -> NaiveConverter (window, duplicates, late packets) -> NaiveBook per symbol -> NaiveWriter -> Verdict
 *   RandomL3 makes the bytes from a seed; golden cases are in the resources.
 * </pre>
 */
@NullMarked
package io.touchline.judge;

import org.jspecify.annotations.NullMarked;
