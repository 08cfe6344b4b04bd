/**
 * Proof that what was acknowledged outlives the process: one that serves live books is killed under load and started again, round after round, and
 * must stand each time where a process stands that was never killed.
 *
 * <pre>
 *   Producer (threads) -- Request --> BooksProcess (killed) -- history, view --> Account, one per symbol: what was sent, acknowledged, heard
 *                                                                                   | what is there, in its order
 *                                                                                   v
 *                                                                               BooksProcess (straight, never killed)
 * </pre>
 */
@NullMarked
package io.touchline.kill;

import org.jspecify.annotations.NullMarked;
