/** A stream of level-3 messages on its way to the books: message, packet, reorder window, and what is counted. */
@NullMarked
package io.touchline.feed;

import org.jspecify.annotations.NullMarked;
