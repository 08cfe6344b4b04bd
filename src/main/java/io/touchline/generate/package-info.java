/**
 * A made-up market: a seeded stream of level-3 messages, the same for the same settings everywhere and always.
 *
 * <p>Only whole-number arithmetic and IEEE additions, multiplications and divisions take part, a random generator that is spelled out
 * here, and no collection whose order is not its own; so the stream is the same on every Java.
 *
 * <pre>
 * GeneratorSettings -> L3Generator -> Message (-> csv.L3Writer)
 *                        | one per symbol
 *                      Market -> SideOrders (bids, asks)
 * </pre>
 */
@NullMarked
package io.touchline.generate;

import org.jspecify.annotations.NullMarked;
