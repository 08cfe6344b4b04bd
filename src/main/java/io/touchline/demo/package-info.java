/**
 * A made-up market played into a live book, as any client would send it: through requests that wait for their turn, are journalled and bounded.
 *
 * <pre>
 * DemoFeed -> DemoRun -> DemoStream -> live.LiveRequest -> live.LiveBooks
 *  any thread  one thread   | generate.L3Generator, behind what the book has
 *                         DemoPace
 * </pre>
 */
@NullMarked
package io.touchline.demo;

import org.jspecify.annotations.NullMarked;
