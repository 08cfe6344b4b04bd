/** Level 3 and level 1 as CSV: reader, writer, decimals and times. */
@NullMarked
package io.touchline.csv;

import org.jspecify.annotations.NullMarked;
