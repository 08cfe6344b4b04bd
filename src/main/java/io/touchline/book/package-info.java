/** The resting orders of one instrument and the best bid and offer that they make; depends on nothing. */
@NullMarked
package io.touchline.book;

import org.jspecify.annotations.NullMarked;
